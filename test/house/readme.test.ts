/** The READMEs and the pages of docs/ say what the program does: their examples are run, their lists made from the data. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { kpi as program } from "../../src/cli/commands.ts";
import { argumentsSaid } from "../../src/commands/command.ts";
import { options } from "../../src/commands/options.ts";
import { allKpis } from "../../src/kpis/index.ts";
import { shippedPlans } from "../../src/plans/index.ts";
import { figureHeaders } from "../../src/read/tables/figures.ts";
import { petitionHeaders } from "../../src/read/tables/petitions.ts";
import { catalogueHeaders } from "../../src/read/tables/procedures.ts";
import { snake } from "../../src/records/case.ts";
import { boundText } from "../../src/run/kpi-page.ts";
import { folder, kpi } from "../run.ts";

const pagesOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
/** Pages that people write. docs/words.md and docs/kpis are made whole (words.test.ts, explain.test.ts). */
const readmes = ["README.md", "README.vi.md", ...pagesOf("docs"), ...pagesOf("docs/vi")]
  .filter((file) => file !== "docs/words.md")
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

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
    return `| [${about.id}](kpis/${about.id}.md)<br>${about.title.en} | ${from[about.input]} | ${cells.join(" | ")} |`;
  });
  const head = ["KPI", "from", ...plans.map(({ id }) => id)];
  return `| ${head.join(" | ")} |\n|${head.map(() => "---|").join("")}\n${rows.join("\n")}\n`;
}

/** Every option of the commands, made of the manual page, which is made of the commands. */
async function optionTable(language: string): Promise<string> {
  const { out } = await kpi(["man", "--lang", language]);
  const manual = out.replaceAll("\\-", "-").replaceAll("\\e", "\\").replace(/^\\&/gm, "");
  const commands = [...manual.matchAll(/^\.SS "(.+)"\n(.*)\n((?:\.TP\n.*\n.*\n)*)/gm)];
  expect(commands.length).toBeGreaterThan(15);
  /** The option, and what is said of it, to the commands that say so. */
  const options = new Map<string, { option: string; meaning: string; of: string[] }>();
  for (const [, command = "", , said = ""] of commands) {
    for (const [, name = "", value, meaning = ""] of said.matchAll(/^\.TP\n\.B (\S+)( .*)?\n(.*)$/gm)) {
      const option = value === undefined ? name : `${name} …`;
      const held = options.get(`${option} ${meaning}`) ?? { option, meaning, of: [] };
      options.set(`${option} ${meaning}`, { ...held, of: [...held.of, command.replace(/^kpi /, "")] });
    }
  }
  const every = { vi: "mọi lệnh", en: "every command" }[language];
  const rows = [...options.values()].map(({ option, meaning, of }) => {
    const taken = of.length === commands.length ? every : of.join(", ");
    return `| \`${option}\` | ${meaning.replaceAll("|", "\\|")} | ${taken} |`;
  });
  const head = { vi: "| tùy chọn | nghĩa là | của lệnh |", en: "| option | means | taken by |" }[language];
  return `${head}\n|---|---|---|\n${rows.sort().join("\n")}\n`;
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
    const tables: Readonly<Record<string, () => string | Promise<string>>> = {
      columns: columnTable,
      kpis: kpiTable,
      "options: en": () => optionTable("en"),
      "options: vi": () => optionTable("vi"),
    };
    for (const [name, make] of Object.entries(tables)) {
      const mark = `<!-- ${name} -->\n`;
      if (!made.includes(mark)) continue;
      const table = await make();
      made = made.replace(new RegExp(`${mark}(\\|.*\n)*`), () => mark + table);
    }
    hold(file, made);
  },
);

/** What was run already: a line that writes nothing says the same on every page. */
const known = new Map<string, ReturnType<typeof kpi>>();

/** The command lines of a page: those that begin a line with kpi. */
const linesOf = (text: string) => [...text.matchAll(/^kpi (.+?)(?: {2,}#.*)?$/gm)].map(([, line = ""]) => line);

it.each(readmes.filter(({ text }) => linesOf(text).length > 0))(
  "$file: every command line names options that exist, and runs without a complaint",
  async ({ text }) => {
    // Files are written to a folder that goes away, in which the next line of the page finds them.
    const dir = folder();
    mkdirSync(join(dir, "parts"));
    writeFileSync(join(dir, "khoa.bin"), Buffer.alloc(32, 7));
    for (const line of linesOf(text)) {
      const args = [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ""));
      const moved = args.map((arg) =>
        arg.replace(
          /^((?:json|csv|html|docx|xlsx)=|)(kq\.(?:json|csv)|thang-9\.\w+|an-duong\.kpi\.\w+|parts\/.*|khoa\.bin|chuan\.csv|kpi\.yaml|mau|diem\.xlsx|bieu\.\w+|tong-hop\.csv|cong-khai)$/,
          `$1${dir}/$2`,
        ),
      );
      const before = moved.some((arg) => arg.includes(dir)) ? undefined : known.get(line);
      const running = before ?? kpi([...moved, "--lang", "en", "--quiet"]);
      known.set(line, running);
      const run = await running;
      expect(run.err, line).toBe("");
      expect([0, 1, 3], line).toContain(run.code);
    }
  },
);

it("README, README.vi.md and the pages have some 80 command lines that are run", () => {
  expect(readmes.flatMap(({ text }) => linesOf(text)).length).toBeGreaterThan(60);
  for (const { file, text } of readmes.slice(0, 2)) expect(linesOf(text).length, file).toBeGreaterThan(4);
});

describe("the README", () => {
  it("is a page: at most 115 lines in either language", () => {
    for (const { file, text } of readmes.slice(0, 2)) expect(text.split("\n").length, file).toBeLessThan(117);
  });

  it("leads to every page of docs, by way of the index of its language", () => {
    for (const folder of ["docs", "docs/vi"]) {
      const index = readFileSync(`${folder}/README.md`, "utf8");
      const missing = pagesOf(folder).filter(
        (page) => !page.endsWith("/README.md") && !index.includes(`(${page.slice(folder.length + 1)})`),
      );
      expect(missing).toEqual([]);
    }
  });
});

it("no page has a link that leads nowhere, in it or to a heading of another", () => {
  const anchors = (text: string) =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, "")
        .replaceAll(" ", "-"),
    );
  const others = ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "bench/README.md", "examples/README.md"];
  const pages = [...readmes.map(({ file }) => file), ...others, ...pagesOf("docs/decisions"), ...pagesOf("docs/kpis")];
  const wrong = pages.flatMap((page) => {
    const text = readFileSync(page, "utf8");
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
      if (/^(https?|mailto):/.test(link)) return [];
      const [path = "", anchor] = link.split("#");
      const to = path === "" ? page : join(dirname(page), path);
      const isThere = existsSync(to) && (anchor === undefined || anchors(readFileSync(to, "utf8")).includes(anchor));
      return isThere ? [] : [`${page}: ${link}`];
    });
  });
  expect(wrong).toEqual([]);
});

it("the pages name files of the sources and tests that are there", () => {
  const others = ["CONTRIBUTING.md", "SECURITY.md", "examples/README.md"];
  const pages = [...others, ...pagesOf("docs"), ...pagesOf("docs/decisions")];
  const wrong = pages.flatMap((page) => {
    // What a step of CONTRIBUTING makes is not there before it is followed.
    const text = readFileSync(page, "utf8");
    const made = [...text.matchAll(/<!-- file: src\/(\S+) -->/g)].map(([, file]) => file);
    const named = [...text.matchAll(/`(?:src\/)?((?:[a-z-]+\/)+[\w.-]+\.(?:ts|cjs|yaml))`/g)].map(
      ([, file = ""]) => file,
    );
    return named
      .filter((file) => !made.includes(file) && !existsSync(join("src", file)) && !existsSync(file))
      .map((file) => `${page}: ${file}`);
  });
  expect(wrong).toEqual([]);
});

it("CI runs the two commands as the README prints them", () => {
  const commands = [...(readmes[0]?.text ?? "").matchAll(/```sh\n(npm ci && .+)\n```/g)].map(([, command]) => command);
  expect(commands).toHaveLength(2);
  for (const command of commands) expect(readFileSync(".ci/run", "utf8")).toContain(`\n${command}\n`);
});

it("help has both languages for everything it says", () => {
  const commands = [program, ...program.commands].flatMap((one) => [one, ...one.commands]);
  const said = [options, argumentsSaid, commands].flatMap((all) => Object.entries(all));
  for (const [key, text] of said) expect([text.vi.length > 0, text.en.length > 0], key).toEqual([true, true]);
});
