/** Form II.06a/VPCP/KSTT or 07a/BTP for a terminal, and as a table that a spreadsheet opens and `kpi form read` reads. */
import type { Report } from "../report/report.ts";
import { type PeriodicLabel, periodicLabel } from "../text/periodic.ts";
import { csvCell } from "./delimited.ts";
import type { Table } from "./document.ts";
import { columns, wrap } from "./lines.ts";
import type { RenderOptions } from "./options.ts";
import { formSection, formTableOf } from "./sections/form.ts";
import { btpLines } from "./sections/form-btp.ts";
import { inputNotes, warnings } from "./wording/frame.ts";

function tableOf({ periodic }: Report, { language }: RenderOptions): Table | null {
  const form = periodic?.form ?? null;
  return form === null ? null : formTableOf(form, language);
}

/** So many columns fit no terminal by their names: each stands under its number, which the lines above say. */
export function formTable(report: Report, options: RenderOptions): string {
  const { language, width } = options;
  const table = tableOf(report, options);
  const blocks = formSection({ report, language, office: options.office ?? {} })?.blocks ?? [];
  const said = (kind: "text" | "list") =>
    blocks.flatMap((block) => {
      if (block.kind !== kind) return [];
      return (block.kind === "text" ? [block.text] : [...block.items]).flatMap((line) => wrap(line, width));
    });
  const above = [...warnings(report, language), ...inputNotes(report, language)];
  const parts = [above.flatMap((line) => wrap(line, width)), said("text")];
  if (table !== null) {
    const counted = table.columns.slice(2);
    const names = counted.map(({ title, over = "" }) => {
      const [, name = title, number = ""] = /^(.*) (\(\d+\))$/.exec(title) ?? [];
      return { name: `${over}: ${name.charAt(0).toLocaleLowerCase(language)}${name.slice(1)}`, number };
    });
    const field = periodicLabel("formField" satisfies PeriodicLabel, language);
    const rows = table.rows.map(([, name, ...cells]) => [...cells.map(({ text }) => text), name.text]);
    const head = names.map(({ number }) => number);
    // Numbers stand to the right; the name, which may be long, is last and wraps.
    const wide = head.map((one, i) => Math.max(one.length, ...rows.map((row) => row[i].length)));
    const right = (row: readonly string[]) => row.map((text, i) => text.padStart(wide[i] ?? 0));
    const lines = [[...head, field], ...rows].map(right);
    const isWide = report.periodic?.form?.btp !== undefined;
    parts.push(
      names.flatMap(({ name, number }) => wrap(` ${number} ${name}`, width)),
      ...(isWide ? inParts(wide, width - nameRoom) : [[...head.keys()]]).map((at) =>
        columns(
          lines.map((row) => [...at.map((i) => row[i]), row[head.length]]),
          width,
        ),
      ),
    );
  }
  parts.push(said("list"));
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** What is left for the names of fields, where columns are many. */
const nameRoom = 30;

/** The columns, in as many tables as it takes. */
function inParts(wide: readonly number[], room: number): number[][] {
  const parts: number[][] = [];
  let left = 0;
  wide.forEach((width, i) => {
    if (parts.length === 0 || width + 2 > left) {
      parts.push([]);
      left = room;
    }
    left -= width + 2;
    parts[parts.length - 1].push(i);
  });
  return parts;
}

/** Two rows of heads as the form has them, a row a field, the total; above them what must be said of 07a/BTP. */
export function formCsv(report: Report, options: RenderOptions): string {
  const table = tableOf(report, options);
  const btp = report.periodic?.form?.btp;
  const rows =
    table === null
      ? []
      : [
          ...(btp === undefined ? [] : btpLines(btp, options.language).map((line) => [line])),
          table.columns.map(({ over = "" }) => over),
          table.columns.map(({ title }) => title),
          ...table.rows.map((row) => row.map(({ text, value }) => value ?? text)),
        ];
  // Excel takes a file without a mark for windows-1258 and breaks every Vietnamese letter.
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}
