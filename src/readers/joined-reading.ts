import { nameAttachment } from './attachment-name.ts';
import type { Attachment, Doubt, Mark, Reading } from './reading.ts';
import type { Message } from '../record/record.ts';

/** Several readings one after another as one; each begins a line. The first one's format and encoding count. */
export function joinReadings(first: Reading, others: readonly Reading[]): Reading {
  const taken = new Set<string>();
  let decoded = '';
  const marks: Mark[] = [];
  const attachments: Attachment[] = [];
  const messages: Message[] = [];
  const doubts: Doubt[] = [];
  for (const [index, reading] of [first, ...others].entries()) {
    if (index > 0 && decoded !== '') decoded += '\n';
    const [at, lines] = [decoded.length, decoded.split('\n').length - 1];
    const names = new Map(reading.attachments.map(({ name }) => [name, nameAttachment(name, taken)]));
    for (const mark of reading.marks) marks.push(movedMark(mark, at, names));
    for (const one of reading.attachments)
      attachments.push({ ...one, name: names.get(one.name) ?? one.name });
    for (const message of reading.messages) messages.push({ ...message, line: message.line + lines });
    for (const doubt of reading.doubts ?? []) doubts.push({ ...doubt, at: doubt.at + at });
    decoded += reading.decoded;
  }
  const { format, encoding } = first;
  return {
    format,
    ...(encoding !== undefined && { encoding }),
    decoded,
    marks,
    attachments,
    messages,
    ...(doubts.length > 0 && { doubts }),
  };
}

function movedMark(mark: Mark, by: number, names: ReadonlyMap<string, string>): Mark {
  const { kind } = mark;
  const moved = { ...mark, at: mark.at + by };
  if (kind.type === 'attachment')
    return { ...moved, kind: { ...kind, name: names.get(kind.name) ?? kind.name } };
  if (kind.type !== 'table') return moved;
  const rows = kind.rows.map((row) => row.map((cell) => ({ ...cell, at: cell.at + by })));
  return { ...moved, kind: { type: 'table', rows } };
}
