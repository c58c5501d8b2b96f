/** What is written takes the place of nothing that is read, and of nothing else that is written. */
import { UserError } from "../errors.ts";
import { machine } from "../platform/index.ts";
import type { FileFacts } from "../platform/platform.ts";
import { expanded } from "./logs.ts";

const { paths } = machine;

/** What a command reads and writes. */
export interface ReadAndWritten {
  /** Patterns among them. */
  readonly logs: readonly string[];
  /** What is read beside the logs, where it was given: the configuration too. */
  readonly beside: readonly (string | undefined)[];
  readonly outputs: readonly string[];
}

/**
 * No output may take the place of a file that is read, or of another output, by whatever name.
 *
 * @throws UserError `same-output`, `no-match`
 */
export async function refuseOverwriting({ logs, beside, outputs }: ReadAndWritten): Promise<void> {
  const places = outputs.map(placeOf);
  const twice = outputs.find((_, i) => places.indexOf(places[i]) !== i);
  if (twice !== undefined) throw new UserError("same-output", { file: twice });
  const files = outputs.filter((path) => path !== "-");
  if (files.length === 0) return;
  const inputs = [...(await expanded(logs)), ...beside].flatMap((path) =>
    path === undefined || path === "-" ? [] : [factsOf(path)?.identity],
  );
  for (const file of files) {
    const there = factsOf(file);
    if (there !== null && inputs.includes(there.identity)) throw new UserError("same-output", { file });
  }
}

function factsOf(path: string): FileFacts | null {
  try {
    return machine.files.facts(path);
  } catch {
    // What cannot be looked at is told where it is read or written.
    return null;
  }
}

/** The same for two names of one file, also where that is not there yet; of a pipe or a device its name. */
function placeOf(path: string): string {
  if (path === "-") return path;
  const there = factsOf(path);
  if (there !== null) return there.kind === "other" ? path : there.identity;
  const folder = factsOf(paths.dirname(path));
  return folder === null ? path : paths.join(folder.identity, paths.basename(path));
}
