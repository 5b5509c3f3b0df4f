import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { enclosingRange } from '../normalise/text-range.ts';
import { pictureFormat, pictureName } from '../reply/original/format.ts';
import { publishedName } from '../reply/original/published-name.ts';
import { originalName } from '../record/original-name.ts';
import { attachmentName } from '../readers/attachment-name.ts';
import type { Attachment, Reading } from '../readers/reading.ts';
import type { AttachmentRecord } from '../record/record.ts';
import type { LetterBlock } from '../recognise/letter-block.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** An image or annex that is kept beside the original. */
export interface KeptAttachment extends Attachment {
  /** The offsets in the decoded text where it stands. */
  offsets: number[];
}

/**
 * The attachments of a reading that belong to the letter, under names that are safe in an address and, as
 * they are published too, different from those of the received file and the record beside them. A picture's
 * extension is one of its bytes' format. Left out are files that only the page around the letter links to.
 *
 * @param received Path or name of the received file.
 */
export function keepAttachments(
  { attachments, marks }: Pick<Reading, 'attachments' | 'marks'>,
  received: string,
): KeptAttachment[] {
  const own = originalName(received).toLowerCase();
  const taken = new Set([own, `${own}.txt`, 'edits.json']);
  const dropped = marks.filter(({ kind }) => kind.type === 'dropped');
  const enclosingDrop = enclosingRange(dropped.map(({ at, length }) => ({ at, end: at + length })));
  const marksOf = Map.groupBy(marks, ({ kind }) => (kind.type === 'attachment' ? kind.name : undefined));
  return attachments.flatMap(({ name, bytes, given }) => {
    const offsets = marksOf.get(name)?.map(({ at }) => at) ?? [];
    const shown = offsets.filter((at) => !enclosingDrop({ at, end: at }));
    if (offsets.length > 0 && shown.length === 0 && !given) return [];
    const wish = pictureName(originalName(basename(name)), bytes);
    return [{ name: freeName(wish, bytes, taken), bytes, offsets: shown }];
  });
}

/** A name that neither the attachment nor what it is published as shares with another. */
function freeName(wish: string, bytes: Uint8Array, taken: Set<string>): string {
  for (;;) {
    const name = attachmentName(wish, taken);
    const published = publishedName(name, bytes).toLowerCase();
    if (published !== name.toLowerCase() && taken.has(published)) continue;
    taken.add(published);
    return name;
  }
}

/** What the record says of an attachment. */
export function recordAttachment({ name, bytes }: Attachment): AttachmentRecord {
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

/**
 * The body with its images, each behind the paragraph or table that it stands in or follows.
 *
 * @param within Where the letter's text runs, its signature aside: a seal is no illustration.
 */
export function withImages(
  pieces: readonly LetterBlock[],
  attachments: readonly KeptAttachment[],
  within: TextRange,
): LetterBlock[] {
  const images = attachments
    .filter(({ bytes }) => pictureFormat(bytes))
    .flatMap(({ name, offsets }) => offsets.map((at) => ({ name, at })))
    .filter(({ at }) => within.at <= at && at < within.end)
    .map(({ name, at }): LetterBlock => ({ at, end: at, use: 'plain', image: name, lines: [] }));
  return [...pieces, ...images].sort((a, b) => a.at - b.at || Number(!!a.image) - Number(!!b.image));
}
