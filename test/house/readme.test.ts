/** The READMEs say what the program does: its examples are run, its lists made from the data. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { help } from "../../src/commands/help.ts";
import { boundText } from "../../src/explain/page.ts";
import { allKpis } from "../../src/kpis/index.ts";
import { shippedPlans } from "../../src/plans/index.ts";
import { figureHeaders } from "../../src/read/tables/figures.ts";
import { petitionHeaders } from "../../src/read/tables/petitions.ts";
import { catalogueHeaders } from "../../src/read/tables/procedures.ts";
import { snake } from "../../src/records/case.ts";
import { folder, kpi } from "../run.ts";

const files = ["README.md", "README.vi.md", "docs/targets.md"] as const;
const readmes = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** Renews a file with `npx vitest run -u`, as a golden file. */
function hold(file: string, made: string): void {
  const state = expect.getState().snapshotState as unknown as { _updateSnapshot?: string };
  if (state._updateSnapshot === "all") writeFileSync(file, made);
  else expect(readFileSync(file, "utf8")).toBe(made);
}

/** The columns of the small logs: the Vietnamese header that is written first, and the English id. */
function columnTable(): string {
  const files = { "--procedures": catalogueHeaders, "--petitions": petitionHeaders, "--figures": figureHeaders };
  const rows = Object.entries(files).map(([option, headers]) => {
    const columns = Object.entries(headers).map(([field, [vi]]) => `${vi} \`${snake(field)}\``);
    return `| \`${option}\` | ${columns.join(" · ")} |`;
  });
  return `| | columns |\n|---|---|\n${rows.join("\n")}\n`;
}

/** Every KPI, where its figures come from, and what each plan wants of it in each year. */
async function kpiTable(): Promise<string> {
  const plans = await shippedPlans();
  const from = {
    cases: "cases",
    procedures: "catalogue",
    petitions: "petitions",
    figures: "stated",
    verdicts: "verdicts",
  };
  const rows = allKpis.map((about) => {
    const cells = plans.map(({ years }) =>
      Object.entries(years)
        .flatMap(([year, targets]) => {
          const own = targets.filter(({ kpi: id }) => id === about.id);
          const bounds = [...new Set(own.map((target) => boundText(target, about, "en")))];
          return bounds.map((bound) => `${year}: ${bound.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}`);
        })
        .join("<br>"),
    );
    return `| [${about.id}](docs/kpis/${about.id}.md)<br>${about.title.en} | ${from[about.input]} | ${cells.join(" | ")} |`;
  });
  const head = ["KPI", "from", ...plans.map(({ id }) => id)];
  return `| ${head.join(" | ")} |\n|${head.map(() => "---|").join("")}\n${rows.join("\n")}\n`;
}

it.each(readmes)(
  "$file: its examples are what the program prints, its tables what is in the data",
  async ({ file, text }) => {
    let made = text;
    for (const [, args] of text.matchAll(/<!-- example: (.+) -->/g)) {
      const { out } = await kpi(args.split(" "));
      made = made.replace(
        new RegExp(`(<!-- example: ${args} -->\n\`\`\`\n)[^\`]*(\`\`\`)`),
        (_, before: string, after: string) => before + out + after,
      );
    }
    made = made.replace(/<!-- file: (.+) -->\n```yaml\n[^`]*```/g, (_, path: string) => {
      return `<!-- file: ${path} -->\n\`\`\`yaml\n${readFileSync(path, "utf8")}\`\`\``;
    });
    made = made.replace(/(<!-- columns -->\n)(\|.*\n)*/, (_, mark: string) => `${mark}${columnTable()}`);
    const table = await kpiTable();
    made = made.replace(/(<!-- kpis -->\n)(\|.*\n)*/, (_, mark: string) => `${mark}${table}`);
    hold(file, made);
  },
);

it.each(readmes.slice(0, 2))(
  "$file: every command line names options that exist, and runs without a complaint",
  async ({ text }) => {
    const lines = [...text.matchAll(/^kpi (.+?)(?: {2,}#.*)?$/gm)].map(([, line]) => line);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      const args = [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ""));
      // Files are written to a folder that goes away.
      const dir = folder();
      const moved = args.map((arg) =>
        arg.replace(
          /^((?:json|csv|html|docx|xlsx)=|)(kq\.(?:json|csv)|thang-9\.\w+|an-duong\.kpi\.json|chuan\.csv|kpi\.yaml|mau)$/,
          `$1${dir}/$2`,
        ),
      );
      const run = await kpi([...moved, "--lang", "en", "--quiet"]);
      expect(run.err, line).toBe("");
      expect([0, 1, 3], line).toContain(run.code);
    }
  },
);

it("CI runs the two commands as the README prints them", () => {
  const commands = [...(readmes[0]?.text ?? "").matchAll(/```sh\n(npm ci && .+)\n```/g)].map(([, command]) => command);
  expect(commands).toHaveLength(2);
  for (const command of commands) expect(readFileSync(".ci/run", "utf8")).toContain(`\n${command}\n`);
});

it("help has both languages for everything it says", () => {
  for (const [key, text] of Object.entries(help))
    expect([text.vi.length > 0, text.en.length > 0], key).toEqual([true, true]);
});
