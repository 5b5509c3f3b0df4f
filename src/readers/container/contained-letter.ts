import { nameAttachment } from '../attachment-name.ts';
import type { Attachment, Reading } from '../reading.ts';
import type { Message } from '../../record/record.ts';

/**
 * The reading of a letter that was found inside a received file.
 *
 * @param format Of the received file.
 * @param beside The files that are kept beside it: the letter itself, and what came with it.
 * @param notes What the editor is told, at the beginning.
 */
export function containedLetter(
  reading: Reading,
  format: string,
  beside: readonly Attachment[],
  notes: readonly string[],
): Reading {
  const names = besideNames(beside, reading.attachments);
  const kept = beside.map(({ name, bytes }, index) => ({ name: names[index] ?? name, bytes }));
  const told = notes.map((text): Message => ({
    level: 'warning',
    rule: 'letter-inside',
    line: 1,
    column: 1,
    text,
  }));
  const { encoding, decoded, marks, pages, doubts } = reading;
  return {
    format,
    ...(encoding !== undefined && { encoding }),
    decoded,
    marks,
    attachments: [...reading.attachments, ...kept],
    messages: [...told, ...reading.messages],
    ...(pages && { pages }),
    ...(doubts && { doubts }),
    ...(reading.elsewhere && { elsewhere: reading.elsewhere }),
  };
}

/** The names under which files are kept beside attachments. */
export function besideNames(files: readonly Attachment[], attachments: readonly Attachment[] = []): string[] {
  const taken = new Set(attachments.map(({ name }) => name.toLowerCase()));
  return files.map(({ name }) => nameAttachment(name, taken));
}
