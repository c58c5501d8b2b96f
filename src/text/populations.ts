/** Of which procedures a target speaks, in words. */
import { type Bilingual, list } from "./language.ts";

interface Population {
  readonly population?:
    | {
        readonly levels?: readonly ("province" | "commune")[] | undefined;
        readonly fields?: readonly string[] | undefined;
        readonly excluded?: false | undefined;
        readonly onPortal?: true | undefined;
        readonly eligible?: "full" | undefined;
      }
    | undefined;
  readonly list?: string | undefined;
  readonly codes?: readonly string[] | undefined;
}

const levels = {
  province: { vi: "cấp tỉnh", en: "of the province" },
  commune: { vi: "cấp xã", en: "of the commune" },
} as const;

/** The procedures of a population: "TTHC cấp xã, có trên Cổng Dịch vụ công quốc gia". */
function populationTitle({ population = {}, list: tag, codes }: Population): Bilingual {
  const of = [
    ...(population.levels ?? []).map((level) => levels[level]),
    ...(population.fields === undefined
      ? []
      : [{ vi: `lĩnh vực ${list(population.fields)}`, en: `of the fields ${list(population.fields)}` }]),
    ...(population.excluded === false
      ? [
          {
            vi: "không thuộc diện loại trừ (tần suất thấp, đối tượng tuân thủ, lĩnh vực đặc thù)",
            en: "that the plan does not leave out (low frequency, few obliged, special fields)",
          },
        ]
      : []),
    ...(population.onPortal === true
      ? [{ vi: "có trên Cổng Dịch vụ công quốc gia", en: "on the national portal" }]
      : []),
    ...(population.eligible === "full"
      ? [{ vi: "đủ điều kiện toàn trình", en: "eligible for being online in full" }]
      : []),
    ...(tag === undefined ? [] : [{ vi: `thuộc danh mục ${tag}`, en: `of the list ${tag}` }]),
    ...(codes === undefined
      ? []
      : [{ vi: `trong ${codes.length} mã nêu tên`, en: `among ${codes.length} named codes` }]),
  ];
  return {
    vi: `TTHC ${of.map(({ vi }) => vi).join(", ")}`,
    en: `procedures ${of.map(({ en }) => en).join(", ")}`,
  };
}

/** What is said where every case counts, of procedures that a clause speaks of; null: of those that give a document. */
export function wordsOfAllCases(clause: Population | null): Bilingual {
  if (clause === null) return withoutDocuments;
  const title = populationTitle(clause);
  return {
    vi: `Mục này chỉ nói về ${title.vi}; ở đây tính mọi hồ sơ trong tệp (để tách cần --procedures và cột mã TTHC; tệp tổng hợp cần kpi tally --by procedure).`,
    en: `The clause speaks of ${title.en} only; every case of the log counts here (to tell them apart it takes --procedures and a column of codes; of tallies, kpi tally --by procedure).`,
  };
}

/** What is said where the cases of procedures without a document cannot be told apart. */
const withoutDocuments: Bilingual = {
  vi: "Danh mục nêu thủ tục không có kết quả là giấy tờ; ở đây tính mọi hồ sơ trong tệp (để tách cần cột mã TTHC; tệp tổng hợp cần kpi tally --by procedure).",
  en: "The catalogue has procedures whose result is no document; every case of the log counts here (to tell them apart it takes a column of codes; of tallies, kpi tally --by procedure).",
};
