import type { Language } from "../text/language.ts";

/** Whose report it is: what an official document names, each part left to fill where nobody said it. */
export interface Office {
  /** The office above it, and its own name. */
  readonly parent?: string | undefined;
  readonly name?: string | undefined;
  /** Where it is signed. */
  readonly place?: string | undefined;
  /** To whom it goes: Kính gửi. Under Nơi nhận stand "Như trên" and "Lưu", of themselves or as they are given here. */
  readonly recipients?: readonly string[] | undefined;
  readonly signer?: { readonly title?: string | undefined; readonly name?: string | undefined } | undefined;
  /** The letters of its number: UBND in 12/BC-UBND; BC-UBND is the same. */
  readonly letters?: string | undefined;
}

/** A part of a report that a command of its own is for. */
export type Only = "score" | "form";

/** What an output may depend on beside the report. */
export interface RenderOptions {
  readonly language: Language;
  readonly colour: boolean;
  /** The points of the national index, or the form of cases, alone; a document of the index is whole. */
  readonly only?: Only;
  /** KPIs are named by their ids too. */
  readonly ids?: boolean;
  readonly office?: Office;
  /** Columns of the terminal. */
  readonly width: number;
}
