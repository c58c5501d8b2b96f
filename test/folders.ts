/** Folders that tests write to: they go when the tests of their file are done (setup.ts). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

/** A folder that goes when the tests of the file are done. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "kpi-test-"));
  folders.push(made);
  return made;
}

export function removeFolders(): void {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
}
