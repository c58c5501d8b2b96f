/** The order of names: that of Vietnamese, Đ behind D, tones behind letters. */
const collator = new Intl.Collator("vi", { numeric: true });

/** What the order of letters holds to be one is in the order of its codes. */
export function inVietnamese(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
