/** Names: what makes two of them one, and their order. */

/** What names that differ by case or spacing only have in common. */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/gu, "");
}

/** The order of names: that of Vietnamese, Đ behind D, tones behind letters. */
let collator: Intl.Collator | undefined;

/** What the order of letters holds to be one is in the order of its codes. */
export function inVietnamese(a: string, b: string): number {
  // Made when a name is first put in order: its rules take longer to load than the check of a small log takes to count.
  collator ??= new Intl.Collator("vi", { numeric: true });
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
