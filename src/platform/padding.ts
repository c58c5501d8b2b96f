/** Zeros with which archives are padded, also between the members of one. */
import type { Platform } from "./platform.ts";

const pieceBytes = 1 << 16;

/** Where the first byte stands that is no zero, from an offset on; null where none does. */
export function behindZeros(
  files: Pick<Platform["files"], "open" | "read" | "close">,
  path: string,
  from: number,
): number | null {
  const file = files.open(path, "reading");
  try {
    const piece = new Uint8Array(pieceBytes);
    for (let at = from; ; ) {
      const length = files.read(file, piece, 0, pieceBytes, at);
      const found = piece.subarray(0, length).findIndex((byte) => byte !== 0);
      if (found >= 0) return at + found;
      if (length === 0) return null;
      at += length;
    }
  } finally {
    files.close(file);
  }
}
