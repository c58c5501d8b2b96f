/**
 * The answer of the national portal's public page on the index, saved as JSON: a list of offices, each with the points of its
 * groups. The names of its members are as public programs that read the page have them.
 */
import { UserError } from "../../errors.ts";
import { utf16Mark } from "../encodings.ts";
import { Source } from "../source.ts";
import { wordKey } from "../words.ts";

/** The portal's names of the groups; the online services' own is not known, and is what is left of the total. */
const members = {
  CKMB: "transparency",
  TDGQ: "progress",
  TTTT: "payment",
  MDHL: "satisfaction",
  MDSH: "digitisation",
} as const;
const totalMember = "TONG_SCORE";
const nameMember = "TEN";
const idMembers = ["ID", "MA_COQUAN"] as const;
/** The one group that is worked out. */
const rest = "services";

/** What the portal shows of an office. */
export interface PortalScore {
  /** As the portal writes it. */
  readonly unit: string;
  readonly total: number;
  readonly groups: Readonly<Record<string, number>>;
}

/** Messages list so many offices at most. */
const listed = 5;

/**
 * Reads the points of an office.
 *
 * @param unit its name or number as the file has it; of a file of one office nobody need say
 * @throws UserError `no-file`, `is-directory`, `cannot-read`, `bad-portal`, `portal-unit`
 */
export function readPortal(path: string, name: string, unit: string | null): PortalScore {
  const offices = officesIn(path, name).filter((one) => typeof one[totalMember] !== "undefined");
  if (offices.length === 0) throw new UserError("bad-portal", { file: name, members: [nameMember, totalMember] });
  const wanted = unit === null ? offices : offices.filter((one) => isNamed(one, unit));
  if (wanted.length !== 1) {
    const names = (wanted.length === 0 ? offices : wanted).map((one) => String(one[nameMember] ?? one.ID ?? "?"));
    const data = { file: name, unit, count: wanted.length, names: names.slice(0, listed), more: names.length > listed };
    throw new UserError("portal-unit", data);
  }
  const [office] = wanted;
  const total = numberIn(office, totalMember, name);
  const groups: Record<string, number> = {};
  for (const [member, group] of Object.entries(members)) {
    if (office[member] !== undefined && office[member] !== null) groups[group] = numberIn(office, member, name);
  }
  const known = Object.values(groups);
  if (known.length === Object.keys(members).length) {
    // In hundredths: points have two decimals, and a difference of doubles has more.
    const hundredths = (value: number) => Math.round(value * 100);
    groups[rest] = (hundredths(total) - known.reduce((sum, value) => sum + hundredths(value), 0)) / 100;
  }
  return { unit: String(office[nameMember] ?? unit ?? office.ID ?? ""), total, groups };
}

type Office = Readonly<Record<string, unknown>>;

function officesIn(path: string, name: string): Office[] {
  const source = new Source(path, name);
  const bytes = source.bytesOf(0, source.size);
  source.close();
  let value: unknown;
  try {
    // UTF-8, or the UTF-16 that `>` of older PowerShells writes.
    value = JSON.parse(new TextDecoder(utf16Mark(bytes) ?? "utf-8").decode(bytes));
  } catch {
    throw new UserError("bad-portal", { file: name, members: [nameMember, totalMember] });
  }
  const list = Array.isArray(value) ? value : (value as { data?: unknown } | null)?.data;
  const offices = Array.isArray(list) ? list : [value];
  return offices.filter((one): one is Office => typeof one === "object" && one !== null && !Array.isArray(one));
}

function isNamed(office: Office, unit: string): boolean {
  const own = [office[nameMember], ...idMembers.map((member) => office[member])].filter((one) => one !== undefined);
  return own.some((one) => wordKey(String(one)) === wordKey(unit));
}

/** A number, or a number in quotes: the page has both. */
function numberIn(office: Office, member: string, name: string): number {
  const value = office[member];
  const number = typeof value === "string" && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number) || number < 0 || number > 100) {
    throw new UserError("bad-portal-number", { file: name, member });
  }
  return number;
}
