import { z } from 'zod';
import type { Confirmation } from '../normalise/normalisation.ts';
import { editSchema, editsFileSchema, readEditsFile } from '../record/edits-file.ts';
import type { Acceptance, Edit } from '../record/record.ts';

/**
 * Confirms the suggestions of the rules that the editor accepts now, and those that an earlier record of the
 * same bytes lists as accepted, so that converting again changes nothing.
 *
 * @param earlier Accepted edits of an earlier record, from {@link readAcceptedEdits}.
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

/** Each edit is judged by itself: damage to one must not cost the editor's decision on another. */
const confirmedFields = editsFileSchema.pick({ sha256: true }).extend({ edits: z.array(z.unknown()) });

/**
 * Reads the edits that an editor confirmed in an earlier conversion of the same bytes; none when there was no
 * such conversion. Malformed edits are left out.
 *
 * @param folder The folder of the original.
 */
export async function readAcceptedEdits(folder: string, sha256: string): Promise<Edit[]> {
  const reading = await readEditsFile(folder, confirmedFields);
  if (reading.status !== 'read' || reading.record.sha256 !== sha256) return [];
  return reading.record.edits.flatMap((edit) => {
    const { data } = editSchema.safeParse(edit);
    return data?.accepted ? [data] : [];
  });
}
