import type { Kpi } from "../kpi.ts";
import dataReuseShare from "./data-reuse-share.ts";
import electronicResultShare from "./electronic-result-share.ts";
import endToEndOnlineShare from "./end-to-end-online-share.ts";
import onSystemShare from "./on-system-share.ts";
import onTimeShare from "./on-time-share.ts";
import onlineHandlingShare from "./online-handling-share.ts";
import onlinePaymentShare from "./online-payment-share.ts";
import onlineProcessingShare from "./online-processing-share.ts";
import onlineReceiptShare from "./online-receipt-share.ts";
import portalHandlingShare from "./portal-handling-share.ts";
import portalSyncShare from "./portal-sync-share.ts";
import processingTimeReduction from "./processing-time-reduction.ts";
import recordDigitisationShare from "./record-digitisation-share.ts";
import resultDigitisationShare from "./result-digitisation-share.ts";
import sameDayTransferShare from "./same-day-transfer-share.ts";
import satisfaction from "./satisfaction.ts";
import satisfactionOnline from "./satisfaction-online.ts";
import submissionTime from "./submission-time.ts";

/** Every KPI over the case log, in the order of reports. */
export const kpis: readonly Kpi[] = [
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
];
