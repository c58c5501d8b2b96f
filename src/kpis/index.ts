import type { Values } from "../measures/measure.ts";
import atCenterShare from "./at-center-share.ts";
import bothDigitisedShare from "./both-digitised-share.ts";
import boundaryFreeShare from "./boundary-free-share.ts";
import businessOnlineShare from "./business-online-share.ts";
import casesPerService from "./cases-per-service.ts";
import dataReuseShare from "./data-reuse-share.ts";
import dutyPaidOnlineShare from "./duty-paid-online-share.ts";
import electronicResultShare from "./electronic-result-share.ts";
import endToEndOnlineShare from "./end-to-end-online-share.ts";
import fullOnlineCaseShare from "./full-online-case-share.ts";
import fullOnlineGroups from "./full-online-groups.ts";
import fullOnlineShare from "./full-online-share.ts";
import type { AnyKpi, CatalogueKpi, JointKpi, Kpi, OverCases, PetitionKpi } from "./kpi.ts";
import listedServices from "./listed-services.ts";
import onSystemShare from "./on-system-share.ts";
import onTimeShare from "./on-time-share.ts";
import onlineElectronicResultShare from "./online-electronic-result-share.ts";
import onlineHandlingShare from "./online-handling-share.ts";
import onlinePaymentShare from "./online-payment-share.ts";
import onlineProcedureShare from "./online-procedure-share.ts";
import onlineProcessingShare from "./online-processing-share.ts";
import onlineProvisionShare from "./online-provision-share.ts";
import onlineReceiptShare from "./online-receipt-share.ts";
import onlineServices from "./online-services.ts";
import petitionResolutionShare from "./petition-resolution-share.ts";
import portalHandlingShare from "./portal-handling-share.ts";
import portalSyncShare from "./portal-sync-share.ts";
import prefilledFormShare from "./prefilled-form-share.ts";
import prescribedTimeReduction from "./prescribed-time-reduction.ts";
import processingTimeReduction, { byOtherClock, reductionOfUnknownChannel } from "./processing-time-reduction.ts";
import publicationWithin10Days from "./publication-within-10-days.ts";
import qualityCriteriaMet from "./quality-criteria-met.ts";
import recordDigitisationShare from "./record-digitisation-share.ts";
import restructuredShare from "./restructured-share.ts";
import resultDigitisationShare from "./result-digitisation-share.ts";
import sameDayTransferShare from "./same-day-transfer-share.ts";
import satisfaction from "./satisfaction.ts";
import satisfactionOnline from "./satisfaction-online.ts";
import { stated } from "./stated.ts";
import submissionTime, { submissionOfUnknownChannel } from "./submission-time.ts";
import upgradedServices from "./upgraded-services.ts";

/** Every KPI that a plan may name, in the order of reports. */
export const allKpis: readonly AnyKpi[] = [
  submissionTime,
  processingTimeReduction,
  satisfactionOnline,
  satisfaction,
  onlineReceiptShare,
  onlineProcessingShare,
  onlineHandlingShare,
  portalHandlingShare,
  onlinePaymentShare,
  endToEndOnlineShare,
  electronicResultShare,
  recordDigitisationShare,
  resultDigitisationShare,
  dataReuseShare,
  onSystemShare,
  portalSyncShare,
  sameDayTransferShare,
  onTimeShare,
  fullOnlineCaseShare,
  onlineElectronicResultShare,
  bothDigitisedShare,
  dutyPaidOnlineShare,
  casesPerService,
  prefilledFormShare,
  listedServices,
  onlineServices,
  fullOnlineGroups,
  restructuredShare,
  fullOnlineShare,
  onlineProvisionShare,
  onlineProcedureShare,
  businessOnlineShare,
  atCenterShare,
  boundaryFreeShare,
  publicationWithin10Days,
  prescribedTimeReduction,
  upgradedServices,
  petitionResolutionShare,
  ...stated,
  qualityCriteriaMet,
];

/** Of an id that is checked: one that comes with the program, or of the plan's own; undefined of any other. */
export function kpiOf(id: string, own: readonly AnyKpi[] = []): AnyKpi | undefined {
  return allKpis.find((kpi) => kpi.id === id) ?? own.find((kpi) => kpi.id === id);
}

const isOver =
  <O extends AnyKpi["over"]>(...over: readonly O[]) =>
  (kpi: AnyKpi): kpi is Extract<AnyKpi, { over: O }> =>
    (over as readonly string[]).includes(kpi.over);

/** Over the case log, alone or together with the catalogue: what is folded over the cases. */
export const caseKpis: readonly Kpi[] = allKpis.filter(isOver("cases"));
export const overCases: readonly (Kpi | JointKpi)[] = allKpis.filter(isOver("cases", "cases+procedures"));

/** Over the procedure catalogue, and over the petitions log. */
export const catalogueKpis: readonly CatalogueKpi[] = allKpis.filter(isOver("procedures"));
export const petitionKpis: readonly PetitionKpi[] = allKpis.filter(isOver("petitions"));

/** The times of cases of an unknown channel, which bound the KPIs over times of channels; each by the id of its KPI. */
export const ofUnknownChannel: readonly OverCases<Values>[] = [reductionOfUnknownChannel, submissionOfUnknownChannel];

/** What a job may fold, by its id: the KPIs, and what is told beside one of them, or bounds it. */
export const foldable: readonly OverCases<unknown>[] = [...overCases, byOtherClock, ...ofUnknownChannel];
