/**
 * A made-up log of three years and 300,000 cases, October 2022 to September 2025, made by rules so plain that what a
 * report must say of it is worked out by hand: nothing in it is drawn by lot.
 *
 * In month m (0 to 35) there are 8,000 cases, 9,000 from m = 24 on; case i of a month, in its b-th hundred:
 *
 * - is received on day 1 + i mod (days of the month) at 08:00, by agency i mod 12;
 * - is online when b mod 10 < onlineOf10(m) (4, 5, 6, 7: one more every nine months), by post when b mod 10 = 9, else
 *   handed in;
 * - is of the quick procedure when i mod 100 < 60, else of the slow one; of the online cases of September 2025 only 20 of
 *   100 are quick: the mix shifts, and nothing else does;
 * - takes 60 hours in person, 45 online, of the quick procedure; 240 and 180 of the slow one: a quarter less for each;
 * - is submitted 600 − 6 m seconds after login;
 * - is rated when (i / 12) mod 3 = 0: agencies 10 and 11 satisfy 1 of 2, every other agency 19 of 20;
 * - is due a day after its end, when i mod 40 = 3 two days before it; in the last month one of fifty is still open.
 */
import { closeSync, openSync, writeSync } from "node:fs";

export const months = 36;
export const agencies = 12;

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Year and month (1 to 12) of month m. */
export function monthOf(m: number): { year: number; month: number } {
  return { year: 2022 + Math.floor((m + 9) / 12), month: ((m + 9) % 12) + 1 };
}

export function casesIn(m: number): number {
  return m < 24 ? 8000 : 9000;
}

/** Of a hundred cases those of the quick procedure. */
export function quickOf100(m: number, isOnline: boolean): number {
  return m === months - 1 && isOnline ? 20 : 60;
}

export function onlineOf10(m: number): number {
  return 4 + Math.floor(m / 9);
}

export const hours = { quick: { in_person: 60, online: 45 }, slow: { in_person: 240, online: 180 } } as const;

const two = (n: number) => String(n).padStart(2, "0");

/** Minutes since 1970 as 15/09/2025 08:00. */
function written(minutes: number): string {
  const date = new Date(minutes * 60_000);
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

export const header =
  "Mã hồ sơ,Mã TTHC,Tên TTHC,Lĩnh vực,Đơn vị xử lý,Hình thức nộp,Thời điểm đăng nhập,Thời điểm nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Trạng thái,Mức độ hài lòng,Kết quả điện tử,Số hóa hồ sơ";

/** The rows of month m. */
export function* rowsOf(m: number): Generator<string> {
  const { year, month } = monthOf(m);
  const first = Date.UTC(year, month - 1, 1) / 60_000;
  for (let i = 0; i < casesIn(m); i++) {
    const draw = Math.floor(i / 100) % 10;
    const channel = draw < onlineOf10(m) ? "online" : draw < 9 ? "in_person" : "postal";
    const procedure = i % 100 < quickOf100(m, channel === "online") ? "quick" : "slow";
    // 2024 is a leap year; nothing is received on its 29 February.
    const received = first + (i % daysOf[month - 1]) * 1440 + 480;
    const submitted = channel === "online" ? received : null;
    const isOpen = m === months - 1 && i % 50 === 7;
    const finished = received + hours[procedure][channel === "online" ? "online" : "in_person"] * 60;
    const due = finished + (i % 40 === 3 ? -2880 : 1440);
    const agency = i % agencies;
    const isRated = Math.floor(i / agencies) % 3 === 0;
    const round = Math.floor(i / (3 * agencies));
    const isSatisfied = agency >= 10 ? round % 2 === 0 : round % 20 !== 0;
    // What would end after the log is open; its rating is still to come.
    const end = isOpen || finished > logEnd ? null : finished;
    yield [
      `${year}${two(month)}-${String(i).padStart(5, "0")}`,
      procedure === "quick" ? "1.000100" : "2.000200",
      procedure === "quick" ? "Cấp bản sao trích lục hộ tịch" : "Cấp giấy phép xây dựng",
      procedure === "quick" ? "Hộ tịch" : "Xây dựng",
      `UBND xã số ${two(agency + 1)}`,
      channel === "online" ? "Trực tuyến" : channel === "postal" ? "Bưu chính" : "Trực tiếp",
      submitted === null ? "" : written(submitted - (600 - 6 * m) / 60),
      submitted === null ? "" : written(submitted),
      written(received),
      written(due),
      end === null ? "" : written(end),
      end === null ? "Đang xử lý" : "Đã xử lý xong",
      end !== null && isRated ? (isSatisfied ? "Hài lòng" : "Không hài lòng") : "",
      "Có",
      i % 100 < 96 ? "Có" : "Không",
    ].join(",");
  }
}

/** The last moment of the log, in minutes since 1970: the end of 30 September 2025. */
const logEnd = Date.UTC(2025, 9, 1) / 60_000 - 1;

/** Writes the log. */
export function writeLog(file: string): void {
  const fd = openSync(file, "w");
  writeSync(fd, `\ufeff${header}\r\n`);
  for (let m = 0; m < months; m++) writeSync(fd, `${[...rowsOf(m)].join("\r\n")}\r\n`);
  closeSync(fd);
}
