import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LetterFile } from '../content-files/letter-file.ts';
import type { Position } from '../reply/position.ts';

const place = z.object({
  line: z.int().positive(),
  column: z.int().positive(),
}) satisfies z.ZodType<Position>;
/** A value of a letter that no other letter should have, and its place. */
const distinct = z.object({ value: z.string(), at: place });

/** What distinguishes a letter from all others, small enough to be kept for every letter. */
export const letterIdentitySchema = z.object({
  /** The path that findings name. */
  path: z.string(),
  /** `<year>/<id>` */
  id: z.string(),
  issuer: z.string().exactOptional(),
  title: z.string().exactOptional(),
  documentNumber: distinct.exactOptional(),
  indexNumber: distinct.exactOptional(),
  /** Digest of its text without white space; absent where there is little. */
  text: z.string().exactOptional(),
});
export type LetterIdentity = z.infer<typeof letterIdentitySchema>;

/** Takes down what distinguishes a letter. One with errors has no more than its id. */
export function identifyLetter({ path, id, frontmatter, body, locate }: LetterFile): LetterIdentity {
  if (frontmatter === undefined) return { path, id };
  const { issuer, title, documentNumber, indexNumber } = frontmatter;
  const text = body.replace(/\s+/gu, '');
  return {
    path,
    id,
    issuer,
    title,
    ...(documentNumber !== undefined && {
      documentNumber: { value: documentNumber, at: locate(['documentNumber']) },
    }),
    ...(indexNumber !== undefined && { indexNumber: { value: indexNumber, at: locate(['indexNumber']) } }),
    // A few words may be all that is known of several letters.
    ...(text.length >= 100 && { text: createHash('sha256').update(text).digest('base64url') }),
  };
}
