import { createHash } from 'node:crypto';
import { z } from 'zod';
import { address, relativeLink } from '../offline/address.ts';
import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';
import type { OriginalFile } from './original-file.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A letter as a record for programs: `replies/<year>/<id>.json`. */
export const letterRecordSchema = z.strictObject({
  /** `<year>/<id>` */
  id: z.string(),
  /** Public address of the letter's page, where the archive has one. */
  url: z.url().optional(),
  frontmatter: frontmatterSchema,
  /** The Markdown after the frontmatter. */
  body: z.string(),
  sha256: z.strictObject({
    /** Of the letter's `.md` file. */
    markdown: sha256,
    /** Of the received file, when it is known. */
    original: sha256.optional(),
  }),
  /** Where the letter's other forms are, relative to this record. */
  links: z.strictObject({
    html: z.string(),
    markdown: z.string(),
    text: z.string(),
    /** The received file; absent where it is not published. */
    original: z.string().optional(),
    /** The record of every edit between the received file and the letter. */
    edits: z.string().optional(),
  }),
});
export type LetterRecord = z.infer<typeof letterRecordSchema>;

/** What a letter's record is made of. */
export interface RecordedLetter {
  /** `<year>/<id>` */
  id: string;
  frontmatter: Frontmatter;
  /** The Markdown after the frontmatter. */
  body: string;
  /** The whole `.md` file. */
  file: Uint8Array;
  original: OriginalFile | undefined;
}

/**
 * Makes a letter's record.
 *
 * @param site Public address of the edition, with a closing slash, when it has one.
 */
export function letterRecord(letter: RecordedLetter, site: string | undefined): LetterRecord {
  const { id, frontmatter, body, file, original } = letter;
  const link = (to: string) => relativeLink(address.replyAs(id, 'json'), to);
  return {
    id,
    ...(site !== undefined && { url: new URL(address.reply(id), site).href }),
    frontmatter,
    body,
    sha256: {
      markdown: createHash('sha256').update(file).digest('hex'),
      ...(frontmatter.source?.sha256 !== undefined && { original: frontmatter.source.sha256 }),
    },
    links: {
      html: link(address.reply(id)),
      markdown: link(address.replyAs(id, 'md')),
      text: link(address.replyAs(id, 'txt')),
      ...(original && !original.withheld && { original: link(address.original(original.path)) }),
      ...(original?.edits !== undefined && { edits: link(address.original(original.edits)) }),
    },
  };
}
