/**
 * What the user can mend: a code, its data, and the exit code of cli.md. The sentence is made from them in text.ts, in
 * the user's language, so that an error is thrown without knowing which language that is.
 */
export class UserError extends Error {
  /** Names the message in text.ts. */
  readonly code: string;
  /** What the message speaks of: file, line, column, counts; never personal data. */
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, data: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "UserError";
    this.code = code;
    this.data = data;
  }
}

/** The program itself is at fault; shown with its stack, exit code 70. */
export class Bug extends Error {}
