import { about, withUnit } from "../text.ts";
import type { Context } from "./io.ts";

/** Work shorter than this shows no progress. */
const patience = 500;

/** A line on the terminal that says how far the reading is; nothing where standard error is no terminal. */
export function progressLine({ io, language, quiet }: Context): {
  show: (done: number, of: number) => void;
  clear: () => void;
} {
  const start = performance.now();
  let shown = false;
  return {
    show(done, of) {
      if (quiet || !io.errIsTerminal || performance.now() - start < patience) return;
      shown = true;
      const share = withUnit(about((100 * done) / of, 0, language), "percent", language);
      io.err(`\r${language === "vi" ? "Đang đọc" : "Reading"} … ${share} `);
    },
    clear() {
      if (shown) io.err("\r\u001b[K");
    },
  };
}
