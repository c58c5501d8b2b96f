/** A rule that a plan writes itself, in words: its formula, where the plan gives none. */
import { type Condition, type OwnRule, stretchOf } from "../measures/rule.ts";
import type { Bilingual, Language } from "../text/language.ts";
import { ruleWords } from "../text/rules.ts";

/** The formula of a rule in both languages. */
export function ruleFormula(rule: OwnRule): Bilingual {
  return { vi: formulaIn(rule, "vi"), en: formulaIn(rule, "en") };
}

function formulaIn(rule: OwnRule, language: Language): string {
  const { when, channels, share, mean, percentile } = rule;
  const all = ruleWords("all", { when }, language);
  const asked = share === undefined ? rule.where : share.of;
  const conditions = [
    ...(channels === undefined ? [] : [{ field: "channel", in: channels } satisfies Condition]),
    ...(asked === undefined ? [] : [asked]),
  ];
  const condition = conditionWords({ and: conditions }, language);
  const of = conditions.length === 0 ? all : ruleWords("among", { all, condition }, language);
  if (share !== undefined) return ruleWords("share", { of, is: conditionWords(share.is, language) }, language);
  const stretch = { ...stretchOf(rule), of };
  if (mean !== undefined) return ruleWords("mean", stretch, language);
  return ruleWords("quantile", { ...stretch, p: percentile?.p ?? 50 }, language);
}

function conditionWords(condition: Condition, language: Language): string {
  const { and, or, not, known, blank, field, is } = condition;
  const say = (name: Parameters<typeof ruleWords>[0], data: Readonly<Record<string, unknown>>) =>
    ruleWords(name, data, language);
  const parts = and ?? or;
  if (parts !== undefined) {
    const said = parts.map((part) => {
      const words = conditionWords(part, language);
      // What is joined by another word than its neighbours stands in brackets.
      return parts.length > 1 && (part.and ?? part.or ?? []).length > 1 ? `(${words})` : words;
    });
    return said.length === 1 ? said[0] : say(and === undefined ? "or" : "and", { parts: said });
  }
  if (not !== undefined) return say("not", { inner: conditionWords(not, language) });
  if (known !== undefined) return say("known", { name: known });
  if (blank !== undefined) return say("blank", { name: blank });
  if (field === undefined) return say("span", { ...condition });
  const wanted = is !== undefined ? [is] : Array.isArray(condition.in) ? condition.in : null;
  return wanted === null ? say("limit", { ...condition }) : say("isOf", { field, wanted });
}
