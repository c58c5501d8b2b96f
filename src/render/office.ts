/** What an official document prints of the office, as it was configured: nothing twice that the document has by itself. */
import { clean } from "../text/language.ts";
import type { Office } from "./options.ts";

const asAbove = /^như trên$/iu;
const kept = /^lưu\b/iu;

/** A line of a list without its dash and its end. */
const bare = (line: string) =>
  clean(line)
    .replace(/^[-–•]\s*/u, "")
    .replace(/[;.\s]+$/u, "");

/** To whom it goes: Kính gửi, and the receiving office of the form; the lines of Nơi nhận are none of them. */
export function addresseesOf({ recipients = [] }: Office): string[] {
  return recipients.map(bare).filter((line) => line !== "" && !asAbove.test(line) && !kept.test(line));
}

/** The lines of Nơi nhận: "Như trên", then what is kept, as configured or to fill. */
export function keptLines({ recipients = [] }: Office): string[] {
  const own = recipients.map(bare).filter((line) => kept.test(line));
  return ["- Như trên;", `- ${own.length === 0 ? "Lưu: VT, ……" : own.join("; ")}`];
}

/** The letters of the number, as UBND in 12/BC-UBND; also of one who configured BC-UBND. */
export function numberLetters({ letters }: Office): string {
  const own =
    letters === undefined
      ? ""
      : clean(letters)
          .replace(/^.*\//u, "")
          .replace(/^BC\s*-\s*/iu, "");
  return own === "" ? "……" : own;
}
