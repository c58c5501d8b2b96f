import { machine } from "../platform/index.ts";
import type { Far } from "../tally/pass.ts";
import { about, withUnit } from "../text/language.ts";
import { sentence } from "../text/sentences.ts";
import type { Context } from "./io.ts";

/** Work shorter than this shows no progress; a line stands at least so long. Milliseconds. */
const patience = 500;
const leastBetween = 100;

/** A line on the terminal that says how much of a workbook has been unpacked: how much there is nobody knows before. */
export function unpackingLine({ io, language, quiet }: Pick<Context, "io" | "language" | "quiet">) {
  const { now } = machine;
  const start = now();
  let [all, shownAt] = [0, 0];
  return (bytes: number | null): void => {
    if (quiet || !io.errIsTerminal) return;
    if (bytes === null) {
      if (shownAt > 0) io.err("\r\u001b[K");
      shownAt = 0;
      return;
    }
    all += bytes;
    const time = now();
    if (time - start < patience || time - shownAt < leastBetween) return;
    shownAt = time;
    io.err(`\r\u001b[K${sentence("unpacking", { bytes: about(all / 1_000_000, 0, language) }, language)}`);
  };
}

/**
 * A line on the terminal that says how far the reading is, in bytes and rows, and about how long it will take; nothing
 * where standard error is no terminal.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export function progressLine(
  { io, language, quiet }: Pick<Context, "io" | "language" | "quiet">,
  now: () => number = machine.now,
): {
  show: (far: () => Far) => void;
  /** So many rows have been read. */
  done: (rows: number) => void;
  clear: () => void;
} {
  const start = now();
  let shownAt: number | null = null;
  const clear = () => {
    if (shownAt !== null) io.err("\r\u001b[K");
    shownAt = null;
  };
  return {
    show(far) {
      const time = now();
      if (quiet || !io.errIsTerminal || time - start < patience) return;
      if (shownAt !== null && time - shownAt < leastBetween) return;
      shownAt = time;
      const { bytes, ofBytes, rows } = far();
      if (bytes === 0) return;
      const left = ((time - start) / 1000) * ((ofBytes - bytes) / bytes);
      const share = withUnit(about((100 * bytes) / ofBytes, 0, language), "percent", language);
      const size = (value: number) => about(value / 1_000_000, 0, language);
      const data = { share, bytes: size(bytes), ofBytes: size(ofBytes), rows, seconds: Math.ceil(left) };
      io.err(`\r\u001b[K${sentence("progress", data, language)}`);
    },
    done(rows) {
      clear();
      io.tell?.("rowsIn", { rows, seconds: about((now() - start) / 1000, 2, language) });
    },
    clear,
  };
}
