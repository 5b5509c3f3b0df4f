import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { enclosingRange } from '../normalise/text-range.ts';
import { pictureFormat, pictureName } from '../reply/original/format.ts';
import { publishedName } from '../reply/original/published-name.ts';
import { doubtFolder, editsFileName } from '../record/edits-file.ts';
import { originalName } from '../record/original-name.ts';
import { nameAttachment } from '../readers/attachment-name.ts';
import type { Attachment, PageStart, Reading } from '../readers/reading.ts';
import type { AttachmentRecord, PageRecord } from '../record/record.ts';
import type { LetterBlock } from '../recognise/letter-block.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** An image or annex that is kept beside the original. */
export interface KeptAttachment extends Attachment {
  /** Its name in the reading. */
  read: string;
  /** The offsets in the decoded text at which it occurs. */
  offsets: number[];
}

/**
 * The attachments of a reading that belong to the letter. Their names are safe in an address and differ from
 * each other and from the received file and its record, also as published. The extension of a picture
 * is that of its bytes. Files to which only the page around the letter links are left out.
 *
 * @param received Path or name of the received file.
 */
export function keepAttachments(
  { attachments, marks }: Pick<Reading, 'attachments' | 'marks'>,
  received: string,
): KeptAttachment[] {
  const own = originalName(received).toLowerCase();
  const taken = new Set([own, `${own}.txt`, editsFileName, doubtFolder]);
  const dropped = marks.filter(({ kind }) => kind.type === 'dropped');
  const enclosingDrop = enclosingRange(dropped.map(({ at, length }) => ({ at, end: at + length })));
  const marksOf = Map.groupBy(marks, ({ kind }) => (kind.type === 'attachment' ? kind.name : undefined));
  return attachments.flatMap(({ name, bytes, given }) => {
    const offsets = marksOf.get(name)?.map(({ at }) => at) ?? [];
    const shown = offsets.filter((at) => !enclosingDrop({ at, end: at }));
    if (offsets.length > 0 && shown.length === 0 && given === undefined) return [];
    const wish = pictureName(originalName(basename(name)), bytes);
    return [
      {
        ...{ name: freeName(wish, bytes, taken), bytes, read: name, offsets: shown },
        ...(given !== undefined && { given }),
      },
    ];
  });
}

/** A free name, under which the attachment is also published without a conflict. */
function freeName(wish: string, bytes: Uint8Array, taken: Set<string>): string {
  for (;;) {
    const name = nameAttachment(wish, taken);
    const published = publishedName(name, bytes).toLowerCase();
    if (published !== name.toLowerCase() && taken.has(published)) continue;
    taken.add(published);
    return name;
  }
}

/** An attachment as the record lists it. */
export function recordAttachment({ name, bytes, given }: Attachment): AttachmentRecord {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, bytes: bytes.length, ...(given !== undefined && { given }) };
}

/** Where each page of a scan begins, under the names by which its files are kept. */
export function recordPages(
  pages: readonly PageStart[],
  attachments: readonly KeptAttachment[],
): PageRecord[] {
  const names = new Map(attachments.map(({ read, name }) => [read, name]));
  return pages.map(({ name, number, at }) => {
    const kept = name === undefined ? undefined : names.get(name);
    return { ...(kept !== undefined && { name: kept }), number, at };
  });
}

/**
 * The body with its images, each after the paragraph or table that it is in or follows.
 *
 * @param within The letter without its signature, for a seal is not an illustration.
 */
export function withImages(
  blocks: readonly LetterBlock[],
  attachments: readonly KeptAttachment[],
  within: TextRange,
): LetterBlock[] {
  const images = attachments
    .filter(({ bytes }) => pictureFormat(bytes))
    .flatMap(({ name, offsets }) => offsets.map((at) => ({ name, at })))
    .filter(({ at }) => within.at <= at && at < within.end)
    .map(({ name, at }): LetterBlock => ({ at, end: at, use: 'plain', image: name, lines: [] }));
  return [...blocks, ...images].sort((a, b) => a.at - b.at || Number(!!a.image) - Number(!!b.image));
}
