import type { SuggestionCode } from '../record/message-codes.ts';
import type { Acceptance } from '../record/record.ts';
import { rewrite, textOf, track, decodedRanges, type Replacement, type EditedText } from './text-edits.ts';
import type { TextRange } from './folded-text.ts';
import { appliedRules, suggestedRules } from './rules.ts';
import type { DocumentTraits, Use } from './rule.ts';

/** A suggestion of tier 3 that is not applied. */
export interface Suggestion extends TextRange {
  rule: SuggestionCode;
  label: string;
  before: string;
  after: string;
}

/** Which suggestions an editor confirms. */
export type Confirmation = (suggestion: Suggestion) => Acceptance | undefined;

interface Confirmed {
  found: Replacement;
  accepted: Acceptance;
}

/** Makes the replacements of one rule, those that one editor confirmed on one day together; the last first. */
function rewriteConfirmed(text: EditedText, rule: string, confirmed: readonly Confirmed[]): EditedText {
  let result = text;
  for (let end = confirmed.length; end > 0;) {
    const accepted = confirmed[end - 1]?.accepted;
    let from = end;
    while (from > 0 && isSame(confirmed[from - 1]?.accepted, accepted)) from -= 1;
    const found = confirmed.slice(from, end).map((one) => one.found);
    result = rewrite(result, { rule, tier: 3, ...(accepted && { accepted }) }, found);
    end = from;
  }
  return result;
}

function isSame(one: Acceptance | undefined, other: Acceptance | undefined): boolean {
  return one?.by === other?.by && one?.on === other?.on;
}

/** Normalises one piece of the decoded text by the rules for its use. */
export function normaliseRange(
  decoded: string,
  { at, end }: TextRange,
  use: Use,
  traits: DocumentTraits,
  confirm: Confirmation,
): { text: EditedText; suggestions: Suggestion[] } {
  let text = track(decoded, at, end);
  for (const { rule, tier, uses, find } of appliedRules)
    if (uses.includes(use)) text = rewrite(text, { rule, tier }, find(textOf(text), use, traits));
  const suggestions: Suggestion[] = [];
  for (const { rule, label, uses, find } of suggestedRules) {
    if (!uses.includes(use)) continue;
    const current = textOf(text);
    const rangeOf = decodedRanges(text);
    const confirmed: Confirmed[] = [];
    for (const found of find(current, use, traits)) {
      const before = current.slice(found.from, found.to);
      const suggestion = { ...rangeOf(found.from, found.to), rule, label, before, after: found.after };
      const accepted = confirm(suggestion);
      if (accepted) confirmed.push({ found, accepted });
      else suggestions.push(suggestion);
    }
    text = rewriteConfirmed(text, rule, confirmed);
  }
  return { text, suggestions: suggestions.sort((a, b) => a.at - b.at) };
}
