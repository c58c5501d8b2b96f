/** Acts that definitions cite, and whether they were the law on a day: who reads a figure of 2025 in 2027 needs that day's. */
import type { Bilingual } from "../text/language.ts";

interface Act {
  /** As it is cited. */
  readonly act: string;
  /** What is to be said of a period that ends on these days; each ISO 8601, both included, open where there is none. */
  readonly notes: readonly ({ readonly from?: string; readonly to?: string } & Bilingual)[];
}

/** Registers of law agree on these days; the texts of what repeals and amends were not at hand. */
const acts: readonly Act[] = [
  {
    act: "42/2022/NĐ-CP",
    notes: [
      {
        from: "2026-07-01",
        vi: "Nghị định 42/2022/NĐ-CP hết hiệu lực từ 01/7/2026, khi Nghị định 224/2026/NĐ-CP có hiệu lực; chưa đối chiếu được điều khoản tương ứng.",
        en: "Decree 42/2022/NĐ-CP is no longer in force from 1 Jul 2026, when Decree 224/2026/NĐ-CP takes its place; the article there could not be verified.",
      },
    ],
  },
  {
    act: "118/2025/NĐ-CP",
    notes: [
      {
        to: "2025-06-30",
        vi: "Nghị định 118/2025/NĐ-CP có hiệu lực từ 01/7/2025.",
        en: "Decree 118/2025/NĐ-CP is in force from 1 Jul 2025.",
      },
      {
        from: "2025-07-01",
        vi: "Nghị định 118/2025/NĐ-CP được sửa đổi, bổ sung bởi Nghị định 367/2025/NĐ-CP; chưa đối chiếu được nội dung sửa đổi.",
        en: "Decree 118/2025/NĐ-CP is amended by Decree 367/2025/NĐ-CP; what that amends could not be verified.",
      },
    ],
  },
];

/**
 * What is to be said of the acts that a sentence cites: not in force yet, no longer, or amended.
 *
 * @param on the last day of a period, ISO 8601; null tells of every day
 */
export function lawNotes(said: Bilingual, on: string | null): Bilingual[] {
  return acts
    .filter(({ act }) => said.vi.includes(act))
    .flatMap(({ notes }) => notes.filter(({ from, to }) => on === null || ((from ?? on) <= on && on <= (to ?? on))))
    .map(({ vi, en }) => ({ vi, en }));
}

/** A regulation as it stands on a day: its sentence, and what has become of the acts that it cites. */
export function regulationOn(said: Bilingual, on: string): Bilingual {
  const all = [said, ...lawNotes(said, on)];
  return { vi: all.map(({ vi }) => vi).join(" "), en: all.map(({ en }) => en).join(" ") };
}
