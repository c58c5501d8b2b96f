import type { Language } from "../text/language.ts";

/** What an output may depend on beside the report. */
export interface RenderOptions {
  readonly language: Language;
  readonly colour: boolean;
  /** KPIs are named by their ids too. */
  readonly ids?: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}
