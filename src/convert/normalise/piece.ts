import type { Acceptance } from '../record.ts';
import { rewrite, textOf, track, decodedRange, type TrackedText } from '../tracked-text.ts';
import type { Range } from '../view.ts';
import { appliedRules, suggestedRules } from './rules.ts';
import type { Surroundings, Use } from './rule.ts';

/** A suggestion of tier 3 that is not applied. */
export interface Suggestion extends Range {
  rule: string;
  label: string;
  before: string;
  after: string;
}

/** Which suggestions an editor confirms. */
export type Confirmation = (suggestion: Suggestion) => Acceptance | undefined;

/** Normalises one piece of the decoded text by the rules for its use. */
export function normalisePiece(
  decoded: string,
  { at, end }: Range,
  use: Use,
  around: Surroundings,
  confirm: Confirmation,
): { text: TrackedText; suggestions: Suggestion[] } {
  let text = track(decoded, at, end);
  for (const { rule, tier, uses, find } of appliedRules)
    if (uses.includes(use)) text = rewrite(text, { rule, tier }, find(textOf(text), use, around));
  const suggestions: Suggestion[] = [];
  for (const { rule, label, uses, find } of suggestedRules) {
    if (!uses.includes(use)) continue;
    for (const found of find(textOf(text), use, around).toReversed()) {
      const range = decodedRange(text, found.from, found.to);
      const suggestion = {
        ...range,
        rule,
        label,
        before: textOf(text).slice(found.from, found.to),
        after: found.after,
      };
      const accepted = confirm(suggestion);
      if (accepted) text = rewrite(text, { rule, tier: 3, accepted }, [found]);
      else suggestions.push(suggestion);
    }
  }
  return { text, suggestions: suggestions.sort((a, b) => a.at - b.at) };
}
