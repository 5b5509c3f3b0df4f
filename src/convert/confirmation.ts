import type { Confirmation } from '../normalise/piece.ts';
import type { Acceptance, ConversionRecord, Edit } from '../record/record.ts';

/**
 * Confirms the suggestions of the rules that the editor accepts now, and those that an earlier record of the
 * same bytes lists as accepted, so that converting again changes nothing.
 *
 * @param earlier Accepted edits of an earlier record, from {@link acceptedEdits}.
 * @param who Returns the editor and the day; called only when something new is accepted.
 * @returns undefined when nothing can be confirmed.
 */
export function confirmations(
  earlier: readonly Edit[],
  rules: readonly string[],
  who: () => Acceptance,
): Confirmation | undefined {
  if (earlier.length === 0 && rules.length === 0) return undefined;
  return ({ rule, at, end }) =>
    earlier.find((edit) => edit.rule === rule && edit.at < end && at < edit.at + edit.before.length)
      ?.accepted ?? (rules.includes(rule) ? who() : undefined);
}

/**
 * The edits that an editor confirmed in an earlier record of the same bytes; none when there is no such
 * record.
 *
 * @param text The text of an edits.json.
 */
export function acceptedEdits(text: string | undefined, sha256: string): Edit[] {
  if (text === undefined) return [];
  try {
    const earlier = JSON.parse(text) as Partial<ConversionRecord>;
    return earlier.sha256 === sha256 ? (earlier.edits ?? []).filter(({ accepted }) => accepted) : [];
  } catch {
    return [];
  }
}
