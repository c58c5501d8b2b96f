import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import { type FileFacts, systemCode } from "../platform/platform.ts";

/** Bytes in which a line end is looked for at once. */
const lineBytes = 1 << 15;

/** The bytes of one log, to be read at any offset. */
export class Source {
  /** As the user named it: never an absolute path that the user did not write. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  private readonly fd: number;

  /**
   * @param path where the bytes are
   * @param name what messages and reports call it
   * @param most how many bytes of it there are for this run, whatever is written behind them
   * @throws UserError `no-file`, `is-directory`, `cannot-read`
   */
  constructor(path: string, name = path, most = Number.POSITIVE_INFINITY) {
    this.name = name;
    this.path = path;
    try {
      this.fd = machine.files.open(path, "reading");
    } catch (error) {
      const code = systemCode(error);
      if (code === "ENOENT" || code === "ENOTDIR") throw new UserError("no-file", { file: name });
      throw new UserError("cannot-read", { file: name, reason: code });
    }
    const { kind, size } = machine.files.facts(this.fd) as FileFacts;
    if (kind === "folder") {
      this.close();
      throw new UserError("is-directory", { file: name });
    }
    this.size = Math.min(size, most);
  }

  /**
   * Fills `bytes` from `at` with up to `length` bytes of the log from `position`; returns how many there were: as many as
   * were asked for, unless the log ends before.
   *
   * @throws UserError `cannot-read` for a disk that fails, `log-grew` for a log that has become shorter since it was opened
   */
  read(bytes: Uint8Array, at: number, length: number, position: number): number {
    let got = 0;
    const wanted = Math.min(length, this.size - position);
    while (got < wanted) {
      const n = this.readOnce(bytes, at + got, wanted - got, position + got);
      // Who asks goes on until the size is reached: without the bytes that were there it would do so for ever.
      if (n === 0) {
        const { size } = machine.files.facts(this.fd) as FileFacts;
        throw new UserError("log-grew", { file: this.name, before: this.size, after: size });
      }
      got += n;
    }
    return got;
  }

  private readOnce(bytes: Uint8Array, at: number, length: number, position: number): number {
    try {
      return machine.files.read(this.fd, bytes, at, length, position);
    } catch (error) {
      throw new UserError("cannot-read", { file: this.name, reason: systemCode(error) });
    }
  }

  /**
   * The size without the zeros, and the mark of an end (0x1A), behind the last line: what is left of a longer file that was
   * written over, or of room that was set aside.
   */
  sizeOfText(): number {
    const piece = new Uint8Array(1 << 16);
    let { size } = this;
    while (size > 0) {
      const from = Math.max(0, size - piece.length);
      let at = this.read(piece, 0, size - from, from);
      while (at > 0 && (piece[at - 1] === 0 || piece[at - 1] === 26)) at--;
      size = from + at;
      if (at > 0) break;
    }
    return size;
  }

  /** The offset of the first line that begins behind the line end at or after `offset`. */
  lineEndBehind(offset: number): number {
    const bytes = new Uint8Array(lineBytes);
    for (let position = offset; position < this.size; position += lineBytes) {
      const have = this.read(bytes, 0, lineBytes, position);
      for (let i = 0; i < have; i++) {
        if (bytes[i] === 10) return position + i + 1;
        if (bytes[i] === 13) {
          const after = new Uint8Array(1);
          const isCrLf = this.read(after, 0, 1, position + i + 1) === 1 && after[0] === 10;
          return position + i + (isCrLf ? 2 : 1);
        }
      }
    }
    return this.size;
  }

  /** The bytes from one offset to before another. */
  bytesOf(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(to - from);
    return bytes.subarray(0, this.read(bytes, 0, bytes.length, from));
  }

  /** The same, of which no more is read. */
  closed(): this {
    this.close();
    return this;
  }

  close(): void {
    machine.files.close(this.fd);
  }
}
