import { chooseLetter, type Candidate } from '../container/letter-choice.ts';
import { containedLetter } from '../container/contained-letter.ts';
import { fileKind } from '../container/file-kind.ts';
import type { FileSources } from '../html/file-collector.ts';
import { readHtml } from '../html/html.ts';
import { opensLetter } from '../opens-letter.ts';
import { ReadError, type Reading } from '../reading.ts';
import { readText } from '../text/text.ts';
import { mimeParts, type MimePart } from './parts.ts';
import { statedText } from './text-part.ts';

/**
 * Reads an e-mail (RFC 5322). The letter is its text, or else the one attached file that is a letter; sender, receivers
 * and subject are no part of it. Attached files are kept.
 *
 * @param readFile Reads an attached file.
 * @throws ReadError `several-letters`, `email-file` without a letter, and the errors of the files.
 */
export async function readEmail(
  bytes: Uint8Array,
  files: FileSources,
  readFile: (bytes: Uint8Array) => Promise<Reading>,
): Promise<Reading> {
  const parts = await mimeParts(bytes);
  const texts = parts.filter(
    ({ type, attached }) => !attached && (type === 'text/html' || type === 'text/plain'),
  );
  const shown = texts.find(({ type }) => type === 'text/html') ?? texts[0];
  // Pictures of the text are placed by it.
  const inline = new Set(parts.filter(({ id, attached }) => id !== undefined && !attached));
  const attached = parts.filter((part) => !texts.includes(part) && !inline.has(part));
  const body = shown && readBody(shown, parts, files);
  const beside = attached.map((part, index) => ({ name: nameOf(part, index), bytes: part.bytes }));
  const candidates = beside.flatMap(({ name, bytes: content }): Candidate[] =>
    ['document', 'text'].includes(fileKind(content, name)) ? [{ name, read: () => readFile(content) }] : [],
  );
  const unread = texts.filter((part) => part !== shown && part.type === shown?.type);
  const more = unread.map((part) => quoted(decodedOf(part))).filter((text) => text !== '');
  if (candidates.length === 0 && body) return containedLetter(body, 'email', beside, notesOn(more));
  const own = body && opensLetter(body.decoded) ? [bodyCandidate(body)] : [];
  const { candidate, reading } = await chooseLetter(
    [...own, ...candidates],
    '邮件',
    'email-file',
    parts.filter((part) => !texts.includes(part)).map(nameOf),
  );
  if (own.includes(candidate)) return containedLetter(reading, 'email', beside, notesOn(more));
  const left = [...(body ? [quoted(body.decoded)] : []), ...more].filter((text) => text !== '');
  const said = left.length === 0 ? '' : `邮件正文没有收入：“${left.join('；')}”。`;
  return containedLetter(reading, 'email', beside, [
    `答复取自邮件的附件“${candidate.name}”。${said}请核对。`,
  ]);
}

/** Han characters of the shortest text that is a letter beside an attached one, not a note that goes with it. */
const shortestLetter = 120;

function bodyCandidate(body: Reading): Candidate {
  const covers = (body.decoded.match(/\p{Script=Han}/gu)?.length ?? 0) < shortestLetter;
  return { name: '邮件正文', covers, read: () => Promise.resolve(body) };
}

function notesOn(unread: readonly string[]): string[] {
  return unread.map((text) => `邮件里另有一段文字没有收入：“${text}”。如属于答复，请补入正文。`);
}

/** The text of a message; one without any is as if it were not there. */
function readBody(shown: MimePart, parts: readonly MimePart[], files: FileSources): Reading | undefined {
  const byId = new Map(parts.map((part) => [`cid:${part.id ?? ''}`, part.bytes]));
  try {
    return shown.type === 'text/html'
      ? readHtml(statedText(shown), { ...files, part: (reference) => byId.get(reference) })
      : readText(statedText(shown));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return undefined;
  }
}

function decodedOf(part: MimePart): string {
  return readBody(part, [], {})?.decoded ?? '';
}

function quoted(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 80);
}

function nameOf({ name, type }: MimePart, index: number): string {
  return name ?? `附件${index + 1}${type === 'message/rfc822' ? '.eml' : ''}`;
}
