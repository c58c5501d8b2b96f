/** SHA-256 (FIPS 180-4) of bytes that come one after the other: a browser's own waits, and wants all of them at once. */

/** The first 32 bits behind the point of a number's root, in whole numbers: engines differ in the last digits of theirs. */
function fraction(of: number, degree: 2 | 3): number {
  const wanted = BigInt(of) << BigInt(32 * degree);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if ((degree === 2 ? middle * middle : middle * middle * middle) <= wanted) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
const constants = Int32Array.from(primes, (prime) => fraction(prime, 3));
const first = Int32Array.from(primes.slice(0, 8), (prime) => fraction(prime, 2));

export class Sha256 {
  private readonly state = Int32Array.from(first);
  private readonly words = new Int32Array(64);
  private readonly block = new Uint8Array(64);
  private held = 0;
  private length = 0;

  update(given: Uint8Array | string): this {
    const bytes = typeof given === "string" ? new TextEncoder().encode(given) : given;
    this.length += bytes.length;
    let at = 0;
    if (this.held > 0) {
      at = Math.min(64 - this.held, bytes.length);
      this.block.set(bytes.subarray(0, at), this.held);
      this.held += at;
      if (this.held < 64) return this;
      this.add(this.block, 0);
      this.held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.add(bytes, at);
    this.block.set(bytes.subarray(at));
    this.held = bytes.length - at;
    return this;
  }

  digestBytes(): Uint8Array {
    const bits = 8 * this.length;
    const end = new Uint8Array(((this.held + 72) & ~63) - this.held);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits % 2 ** 32);
    this.update(end);
    const out = new DataView(new ArrayBuffer(32));
    this.state.forEach((word, i) => {
      out.setInt32(4 * i, word);
    });
    return new Uint8Array(out.buffer);
  }

  digest(): string {
    return Array.from(this.digestBytes(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  private add(bytes: Uint8Array, at: number): void {
    const { words: w, state } = this;
    for (let i = 0, p = at; i < 16; i++, p += 4) {
      w[i] = (bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3];
    }
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15], w[i - 2]];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

/** HMAC (RFC 2104) of SHA-256. */
export function hmacOf(key: Uint8Array, text: string): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? new Sha256().update(key).digestBytes() : key);
  const padded = (pad: number) => block.map((byte) => byte ^ pad);
  const inner = new Sha256().update(padded(0x36)).update(text).digestBytes();
  return new Sha256().update(padded(0x5c)).update(inner).digestBytes();
}
