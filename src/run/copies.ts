/** Private copies of logs that cannot be read as they stand: columns in another order below, times in two columns. */
import { machine } from "../platform/index.ts";
import { holds } from "../read/bytes.ts";
import { type Edit, inOneColumn, inOneOrder, linesOfNames, longestCell, rewriteRows } from "../read/joined.ts";
import { Source } from "../read/source.ts";
import type { Log } from "../tally/job.ts";
import { type Io, temporaryFile } from "./io.ts";

/** A log that is plain text. */
type Plain = Pick<Log, "path" | "origin" | "layout" | "size">;

/**
 * Joined exports are looked through for headers in another order up to this size. In larger ones, of which that would take
 * a tenth of the time, such a header stops the run where it is met.
 */
const mostJoined = 32 << 20;
const pieceBytes = 1 << 20;

/** Whether the longest cell of the header stands again below it, or a line that says the names of columns. */
function standsAgain({ layout, size }: Plain, source: Source, wanted: Uint8Array): boolean {
  const piece = new Uint8Array(pieceBytes);
  // Less than that may stand in any cell.
  const isRare = wanted.length >= 4;
  const haveNames = linesOfNames(layout.delimiter);
  for (let position = layout.start; position < size; position += pieceBytes - wanted.length) {
    const length = source.read(piece, 0, pieceBytes, position);
    const own = piece.subarray(0, length);
    if ((isRare && holds(own, wanted)) || haveNames(own)) return true;
  }
  return false;
}

/**
 * A copy of a log in which every part has the columns of the first, and each day its time.
 *
 * @returns null where the log can be read as it is
 */
export function copyInOrder(log: Plain, file: string, io: Io): Pick<Log, "path" | "origin"> | null {
  const { layout, size, origin, path } = log;
  const [header] = layout.headers;
  const source = new Source(path, file);
  try {
    const mayBeOther =
      size <= mostJoined && header !== undefined && standsAgain(log, source, longestCell(header, layout.delimiter));
    const times = layout.dayAndTime.map(({ time }) => time);
    const order = mayBeOther ? inOneOrder(header, layout.delimiter, layout.columns, times) : null;
    const isInTwo = layout.dayAndTime.length > 0;
    if (order === null && !isInTwo) return null;
    const join = isInTwo ? inOneColumn(layout.dayAndTime) : null;
    const edit: Edit = (cells) => {
      const ordered = order?.edit(cells) ?? null;
      return join?.(ordered ?? cells) ?? ordered;
    };
    const copy = temporaryFile(io);
    const written = machine.files.open(copy, "private");
    try {
      rewriteRows(source, layout.delimiter, edit, (bytes) => machine.files.write(written, bytes));
    } finally {
      machine.files.close(written);
    }
    const isReordered = order?.wasOther() === true;
    if (!isReordered && !isInTwo) return null;
    return {
      path: copy,
      origin: { ...origin, ...(isReordered && { isReordered }), ...(isInTwo && { timesJoined: layout.dayAndTime }) },
    };
  } finally {
    source.close();
  }
}
