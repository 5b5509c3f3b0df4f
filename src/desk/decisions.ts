import { z } from 'zod';
import { convertReading, type Conversion } from '../convert/convert.ts';
import { withEditorValues } from '../convert/editor-values.ts';
import type { Reading } from '../readers/reading.ts';
import { settableFields } from '../reply/settable-fields.ts';
import type { Acceptance } from '../record/record.ts';

/** What an editor decides about a converted letter. */
export const decisionsSchema = z.strictObject({
  /** The suggestions that are taken: their rules, and where they are in the decoded text. */
  suggestions: z.array(z.strictObject({ rule: z.string(), at: z.int().nonnegative() })),
  /** Fields that the received file does not state. */
  values: z.partialRecord(z.enum(settableFields), z.string()),
  /** Who decided; absent when no name is to be published. */
  by: z.string().min(1).max(60).optional(),
  /** On which day. */
  on: z.iso.date(),
});
export type Decisions = z.infer<typeof decisionsSchema>;

/**
 * Converts what a reader has made of a received file, as an editor decided.
 *
 * @param file Name of the received file; @param sha256 that of its bytes.
 * @throws ReadError when it holds no letter; SaveRefusal for a value that its field does not allow.
 */
export function convertAsDecided(
  reading: Reading,
  source: { file: string; sha256: string },
  { suggestions, values, by, on }: Decisions,
): Conversion {
  const accepted: Acceptance = { ...(by !== undefined && { by }), on };
  const taken = new Set(suggestions.map(({ rule, at }) => `${rule} ${at}`));
  const confirm = ({ rule, at }: { rule: string; at: number }) =>
    taken.has(`${rule} ${at}`) ? accepted : undefined;
  const conversion = convertReading(reading, source, { confirm });
  return Object.keys(values).length === 0 ? conversion : withEditorValues(conversion, values, () => accepted);
}
