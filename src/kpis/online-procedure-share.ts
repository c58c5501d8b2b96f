import { combine } from "../measures/combinators.ts";
import { share } from "../measures/sums.ts";
import { isOnlineService, type Procedure } from "../records/procedure.ts";
import { defineCatalogueKpi } from "./kpi.ts";

type Provided = Pick<Procedure, "eligible" | "onPortal" | "serviceLevel">;

const isEligible = ({ eligible }: Provided) => eligible === "full" || eligible === "partial";

export default defineCatalogueKpi(
  {
    id: "online-procedure-share",
    unit: "percent",
    needs: ["eligible", "onPortal", "serviceLevel"],
    // What is not on the portal is not provided, whatever its level.
    mayBeBlank: ["serviceLevel"],
    without: (p) => (p.onPortal && p.serviceLevel === null ? "no-service-level" : null),
    title: { vi: "Tỷ lệ TTHC có dịch vụ công trực tuyến", en: "Procedures with an online service" },
    definition: {
      vi: "Số TTHC có dịch vụ công trực tuyến (toàn trình hoặc một phần, trên Cổng DVCQG) trên tổng số TTHC; cách hiểu khác: trên số TTHC đủ điều kiện toàn trình, một phần.",
      en: "Procedures with an online service (on the portal, in full or in part) over all procedures; by another reading over those that qualify for full or partial online service.",
    },
    formula: {
      vi: "số TTHC có dịch vụ công trực tuyến ÷ tổng số TTHC (hoặc ÷ số TTHC đủ điều kiện)",
      en: "procedures with an online service ÷ all procedures (or ÷ those eligible)",
    },
    regulation: {
      vi: "Quyết định 766/QĐ-TTg, nhóm dịch vụ công trực tuyến; theo một mô tả công khai, mô tả không nói mẫu số là mọi TTHC hay chỉ TTHC đủ điều kiện.",
      en: "Decision 766/QĐ-TTg, online services; by a public description that does not say whether all procedures are meant or those eligible.",
    },
    choices: [
      {
        vi: "Mẫu số hiểu được theo hai cách: kết quả là một khoảng chứa cả hai, và chưa kết luận được khi hai cách cho kết luận khác nhau.",
        en: "The denominator can be read in two ways: the result is a range of both, and undecided where they differ.",
      },
    ],
    example: {
      rows: [
        { eligible: "full", onPortal: true, serviceLevel: "full" },
        { eligible: "partial", onPortal: false, serviceLevel: null },
        { eligible: "none", onPortal: false, serviceLevel: "none" },
        { eligible: "none", onPortal: false, serviceLevel: null },
      ],
      gives: { kind: "ratio", numerator: 1, denominator: 4, reading: { numerator: 1, denominator: 2 } },
    },
  },
  combine(
    {
      all: share<Provided>({ is: isOnlineService }),
      eligible: share<Provided>({ of: isEligible, is: isOnlineService }),
    },
    ({ all, eligible: { numerator, denominator } }) => ({ ...all, reading: { numerator, denominator } }),
  ),
);
