/**
 * Answers of the national portal's public statistics pages, saved as JSON. The names of their members are as public programs
 * that read the pages have them. Three answers are known: the offices with the points of their groups
 * (report_tinh_766_service), the points of one office by group (report_xuhuongdiem_chiso_service), and the numbers of cases of
 * a month or a year (report_by_month_sum_service, report_by_year_sum_service).
 */
import { UserError } from "../../errors.ts";
import { type PortalCount, type PortalScore, portalCounts } from "../../records/portal.ts";
import { utf16Mark } from "../encodings.ts";
import { Source } from "../source.ts";
import { withoutMarks, wordKey } from "../words.ts";

/** The portal's names of the groups, in the list of offices. */
const members = { CKMB: "transparency", TDGQ: "progress", MDHL: "satisfaction", MDSH: "digitisation" } as const;
/** Online services and online payment: programs that read the page differ on which of the two is which. */
const ofBoth = ["TTTT", "CLGQ"] as const;
const totalMember = "TONG_SCORE";
const nameMembers = ["TEN", "TEN_COQUAN"] as const;
const idMembers = ["ID", "MA_COQUAN"] as const;

/** In the answer by group: what the portal calls each, without marks. */
const groupsByTitle: Readonly<Record<string, string>> = {
  "cong khai minh bach": "transparency",
  "tien do giai quyet": "progress",
  "dich vu cong truc tuyen": "services",
  "cung cap dich vu cong truc tuyen": "services",
  // Today's page has one group of both.
  "dich vu truc tuyen": "both",
  "cung cap dich vu truc tuyen": "both",
  "thanh toan truc tuyen": "payment",
  "muc do hai long": "satisfaction",
  "so hoa ho so": "digitisation",
  "muc do so hoa ho so": "digitisation",
  "tong diem": "total",
};
const titleMember = "DESCRIPTION";
const scoreMember = "SCORE";
const mostMember = "MAX_SCORE";

/** Numbers of cases: each is the sum of these members. */
const countMembers = {
  handled: ["HS_TOTAL"],
  synchronised: ["DB_TOTAL"],
  receivedOnline: ["HTN_TRUCTUYEN_TOTAL", "HTN_TRUCTUYEN_KHONGCHUAN_TOTAL"],
  receivedDirect: ["HTN_TRUCTIEP_TOTAL", "HTN_BUUCHINH_TOTAL"],
  doneInTime: ["DXLTH_TOTAL"],
  doneLate: ["DXLQH_TOTAL"],
  paidOnline: ["GDTT_TOTAL"],
} as const satisfies Record<PortalCount, readonly string[]>;

/** Messages list so many offices at most. */
const listed = 5;

/** A saved answer, and what a message calls it. */
interface Saved {
  readonly path: string;
  readonly name: string;
}

/**
 * Reads what the answers show of an office.
 *
 * @param unit its name or number as the files have it; of files of one office nobody need say
 * @throws UserError `no-file`, `is-directory`, `cannot-read`, `bad-portal`, `bad-portal-number`, `portal-unit`, `portal-twice`
 */
export function readPortal(saved: readonly Saved[], unit: string | null): PortalScore {
  const answers = saved.map((one) => ({ name: one.name, ...answerIn(one, unit) }));
  const [first, ...others] = answers;
  for (const [i, { kind, name }] of answers.entries()) {
    const before = answers.slice(0, i).find((one) => one.kind === kind);
    if (before !== undefined) throw new UserError("portal-twice", { file: before.name, other: name });
  }
  const named = answers.filter((one) => one.shown.unit !== null);
  const stranger = named.find((one) => wordKey(String(one.shown.unit)) !== wordKey(String(named[0].shown.unit)));
  if (stranger !== undefined) {
    const names = [named[0].shown.unit, stranger.shown.unit];
    throw new UserError("portal-unit", { file: stranger.name, unit: null, count: 2, names, more: false });
  }
  return others.reduce(
    (sum, { shown }) => ({
      unit: sum.unit ?? shown.unit,
      total: sum.total ?? shown.total,
      groups: { ...shown.groups, ...sum.groups },
      both: sum.both ?? shown.both,
      counts: { ...shown.counts, ...sum.counts },
      unread: [...sum.unread, ...shown.unread],
    }),
    first.shown,
  );
}

type Row = Readonly<Record<string, unknown>>;
type Kind = "offices" | "groups" | "counts";

const has = (row: Row, member: string) => row[member] !== undefined && row[member] !== null;
const isCount = (row: Row) => Object.values(countMembers).some((all) => all.some((member) => has(row, member)));

function answerIn({ path, name }: Saved, unit: string | null): { readonly kind: Kind; readonly shown: PortalScore } {
  const rows = rowsIn(path, name);
  const ofGroups = rows.filter((row) => has(row, titleMember) && has(row, scoreMember));
  if (ofGroups.length > 0) return { kind: "groups", shown: byGroup(ofGroups, name) };
  const kind = rows.some((row) => has(row, totalMember)) ? "offices" : "counts";
  const row = officeOf(
    rows.filter((one) => (kind === "offices" ? has(one, totalMember) : isCount(one))),
    { name, unit },
  );
  return { kind, shown: kind === "offices" ? pointsOf(row, name) : countsOf(row, name) };
}

const nothing = { unit: null, total: null, groups: {}, both: null, counts: {}, unread: [] };

function officeOf(
  offices: readonly Row[],
  { name, unit }: { readonly name: string; readonly unit: string | null },
): Row {
  if (offices.length === 0) throw bad(name);
  const [only] = offices;
  // An answer about one office may leave out its name.
  if (offices.length === 1 && nameOf(only) === null) return only;
  const wanted = unit === null ? offices : offices.filter((one) => isNamed(one, unit));
  if (wanted.length !== 1) {
    const names = (wanted.length === 0 ? offices : wanted).map((one) => nameOf(one) ?? "?");
    const data = { file: name, unit, count: wanted.length, names: names.slice(0, listed), more: names.length > listed };
    throw new UserError("portal-unit", data);
  }
  return wanted[0];
}

function pointsOf(office: Row, name: string): PortalScore {
  const total = pointsIn(office, totalMember, name);
  const groups: Record<string, number> = {};
  for (const [member, group] of Object.entries(members)) {
    if (has(office, member)) groups[group] = pointsIn(office, member, name);
  }
  const told = ofBoth.filter((member) => has(office, member)).map((member) => pointsIn(office, member, name));
  const known = Object.values(groups);
  const isWhole = known.length === Object.keys(members).length;
  const both =
    told.length === ofBoth.length ? sumOf(told) : isWhole ? sumOf([total, ...known.map((one) => -one)]) : null;
  return { ...nothing, unit: nameOf(office), total, groups, both };
}

function byGroup(rows: readonly Row[], name: string): PortalScore {
  const groups: Record<string, number> = {};
  const unread: string[] = [];
  let [both, total]: (number | null)[] = [null, null];
  for (const row of rows) {
    const title = String(row[titleMember]);
    const group = groupsByTitle[withoutMarks(wordKey(title)).replaceAll(",", "")];
    const points = pointsIn(row, scoreMember, name);
    if (group === undefined) unread.push(title);
    else if (group === "total") total = points;
    // The two together have 22 points; a group of 12 by that name is the services alone.
    else if (group === "both" && (!has(row, mostMember) || pointsIn(row, mostMember, name) > 12)) both = points;
    else groups[group === "both" ? "services" : group] = points;
  }
  return { ...nothing, groups, both, total, unread };
}

function countsOf(row: Row, name: string): PortalScore {
  const counts: Partial<Record<PortalCount, number>> = {};
  for (const id of portalCounts) {
    const told = countMembers[id].filter((member) => has(row, member));
    // Only the first may stand alone: the others add to it.
    if (told[0] === countMembers[id][0]) counts[id] = told.reduce((sum, member) => sum + countIn(row, member, name), 0);
  }
  return { ...nothing, unit: nameOf(row), counts };
}

/** In hundredths: points have two decimals, and a sum of doubles has more. */
function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
}

function bad(name: string): UserError {
  const known = [`${nameMembers[0]}, ${totalMember}`, `${titleMember}, ${scoreMember}`, countMembers.handled[0]];
  return new UserError("bad-portal", { file: name, members: known });
}

function rowsIn(path: string, name: string): Row[] {
  const source = new Source(path, name);
  const bytes = source.bytesOf(0, source.size);
  source.close();
  let value: unknown;
  try {
    // UTF-8, or the UTF-16 that `>` of older PowerShells writes.
    value = JSON.parse(new TextDecoder(utf16Mark(bytes) ?? "utf-8").decode(bytes));
  } catch {
    throw bad(name);
  }
  const { data, ROW } = (value ?? {}) as { data?: unknown; ROW?: unknown };
  const list = [value, data, ROW].find((one) => Array.isArray(one)) as unknown[] | undefined;
  return (list ?? [value]).filter((one): one is Row => typeof one === "object" && one !== null && !Array.isArray(one));
}

function nameOf(office: Row): string | null {
  const member = [...nameMembers, ...idMembers].find((one) => has(office, one));
  return member === undefined ? null : String(office[member]);
}

function isNamed(office: Row, unit: string): boolean {
  const own = [...nameMembers, ...idMembers].filter((member) => has(office, member)).map((member) => office[member]);
  return own.some((one) => wordKey(String(one)) === wordKey(unit));
}

/** A number, or a number in quotes: the pages have both. */
function numberIn(row: Row, member: string): number {
  const value = row[member];
  return typeof value === "string" && /^\d+(\.\d+)?$/.test(value.trim())
    ? Number(value)
    : Number(typeof value === "number" ? value : Number.NaN);
}

function pointsIn(row: Row, member: string, name: string): number {
  const number = numberIn(row, member);
  if (number >= 0 && number <= 100) return number;
  throw new UserError("bad-portal-number", { file: name, member, of: "points" });
}

function countIn(row: Row, member: string, name: string): number {
  const number = numberIn(row, member);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new UserError("bad-portal-number", { file: name, member, of: "cases" });
}
