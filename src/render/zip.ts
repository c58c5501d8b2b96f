/** Office files are ZIP archives; those that the libraries make hold the moment at which they were made. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** No clock stands in an output: the same report gives the same bytes on any day. The least that an archive can say. */
const noTime = new Date(1980, 0, 1);

/**
 * The same file as if it had been made on a given day.
 *
 * @param day 2025-09-30
 * @param edit what a part of XML is to be instead
 */
export function steady(bytes: Uint8Array, day: string, edit?: (name: string, xml: string) => string): Uint8Array {
  return assembled(unzipSync(bytes), day, edit);
}

/**
 * An archive of these parts as if it had been made on a given day.
 *
 * @param rename what a part is to be called
 */
export function assembled(
  packed: Readonly<Record<string, Uint8Array>>,
  day: string,
  edit: (name: string, xml: string) => string = (_, xml) => xml,
  rename: (name: string) => string = (name) => name,
): Uint8Array {
  const files = Object.fromEntries(Object.entries(packed).map(([name, part]) => [rename(name), part]));
  for (const [name, part] of Object.entries(files)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = strFromU8(part);
    const edited = edit(name, xml);
    if (edited !== xml) files[name] = strToU8(edited);
  }
  const core = "docProps/core.xml";
  if (files[core] !== undefined) {
    const dated = strFromU8(files[core]).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
    files[core] = strToU8(dated);
  }
  // The list of types comes first, as readers of these files expect it.
  const first = "[Content_Types].xml";
  const names = [
    first,
    ...Object.keys(files)
      .filter((name) => name !== first)
      .sort(),
  ];
  // A raster is packed already.
  const entries = names.map((name) => [name, [files[name], { level: name.endsWith(".png") ? 0 : 6 }] as const]);
  return zipSync(Object.fromEntries(entries), { mtime: noTime });
}
