import { familyOf } from '../../readers/format.ts';
import { ReadError } from '../../readers/reading.ts';
import type { Verdict } from '../watch-result.ts';
import { sameLetter, type ComparedPage } from './compared-page.ts';
import { compareLinks, documentLinks } from './document-links.ts';
import { readLetterText, type LetterText, type TextLine } from './letter-text.ts';
import { findLinkedOriginal, type FileReceiver } from './linked-original.ts';
import { describeMissing } from './missing-letter.ts';
import { compareLines } from './text-changes.ts';

/**
 * Compares what is now at the address of an original with the kept bytes: identical bytes have not changed; else both
 * are read by the same reader, and the letter in one is compared with the letter in the other.
 *
 * @param receiveFile Asks for a file to which the page links.
 */
export async function compareOriginal(
  original: Uint8Array,
  page: ComparedPage,
  receiveFile: FileReceiver,
): Promise<Verdict> {
  if (Buffer.compare(original, page.bytes) === 0) return { status: 'unchanged' };
  const families = { kept: familyOf(original), fresh: familyOf(page.bytes) };
  if (families.kept === 'image' && families.fresh === 'image')
    return {
      status: 'incomparable',
      reason: '图片与原件的字节不同，图片上的文字不逐字比较，请目视核对',
      received: page.bytes,
    };
  const kept = families.kept === 'image' ? undefined : await readIfPossible(original);
  if (kept instanceof ReadError)
    return { status: 'incomparable', reason: `保存的原件读不了：${clause(kept.message)}` };
  if (kept?.elsewhere !== undefined)
    return { status: 'incomparable', reason: `保存的原件${clause(kept.elsewhere)}`, received: page.bytes };
  const mayLink = families.kept !== 'html' && families.fresh === 'html';
  const verdict = kept && comparePages(kept, await readIfPossible(page.bytes), mayLink, original, page);
  if (verdict && (!mayLink || verdict.status === 'unchanged')) return verdict;
  if (mayLink) return findLinkedOriginal(original, kept, page, receiveFile, verdict);
  return { status: 'incomparable', reason: '收到的与原件格式不同，不能比较', received: page.bytes };
}

/** The verdict on two readings; undefined where a page that may link to the original has nothing of it. */
function comparePages(
  kept: LetterText,
  fresh: LetterText | ReadError,
  mayLink: boolean,
  original: Uint8Array,
  page: ComparedPage,
): Verdict | undefined {
  if (fresh instanceof ReadError) return mayLink ? undefined : describeUnread(fresh, page);
  if (kept.isLetter && !fresh.isLetter && shareOf(kept.lines, fresh.whole) < sameLetter)
    return mayLink ? undefined : describeMissing(page.bytes, fresh, page.redirectedTo);
  const alike = kept.format === fresh.format;
  const difference = alike ? compareLines(kept.lines, fresh.lines) : compareLines(kept.body, fresh.body);
  const links = alike && kept.format === 'html' ? linksOf(original, kept, fresh, page) : undefined;
  const fields = alike && fresh.isLetter ? differingFields(kept.fields, fresh.fields) : [];
  if (difference.changes.length === 0 && !links) return { status: 'unchanged', pageChanged: true };
  if (difference.kept < sameLetter) {
    if (mayLink) return undefined;
    return {
      status: 'replaced',
      reason: `网页上已是别的内容${fresh.isLetter ? '（另一件答复）' : ''}`,
      fields,
      changes: difference.changes,
      received: page.bytes,
    };
  }
  return {
    status: 'changed',
    ...(!alike && { reason: '与原件的格式不同，只比较了正文' }),
    ...(fields.length > 0 && { fields }),
    changes: difference.changes,
    ...(links && { links }),
    received: page.bytes,
  };
}

/** The verdict on what cannot be read. */
function describeUnread({ code, message }: ReadError, { bytes, redirectedTo }: ComparedPage): Verdict {
  if (code === 'no-text' || code === 'empty') return describeMissing(bytes, undefined, redirectedTo);
  return { status: 'incomparable', reason: `收到的内容读不了：${clause(message)}`, received: bytes };
}

function linksOf(
  original: Uint8Array,
  kept: LetterText,
  fresh: LetterText,
  { bytes, url, redirectedTo }: ComparedPage,
): Verdict['links'] {
  const lines = [...kept.lines, ...fresh.lines];
  const links = compareLinks(
    documentLinks(original, url),
    documentLinks(bytes, redirectedTo ?? url),
    { lines },
    redirectedTo !== undefined,
  );
  return links.gone.length + links.added.length > 0 ? links : undefined;
}

function differingFields(kept: ReadonlyMap<string, string>, fresh: ReadonlyMap<string, string>): string[] {
  const names = new Set([...kept.keys(), ...fresh.keys()]);
  return [...names].filter((name) => kept.get(name) !== fresh.get(name));
}

/** The share of a text's characters whose lines another text has, too. */
function shareOf(lines: readonly TextLine[], others: readonly TextLine[]): number {
  const there = new Set(others.map(({ tight }) => tight));
  const length = (some: readonly TextLine[]) => some.reduce((sum, { tight }) => sum + tight.length, 0);
  return length(lines.filter(({ tight }) => there.has(tight))) / Math.max(1, length(lines));
}

async function readIfPossible(bytes: Uint8Array): Promise<LetterText | ReadError> {
  return readLetterText(bytes).catch((error: unknown) => {
    if (error instanceof ReadError) return error;
    throw error;
  });
}

function clause(text: string): string {
  return text.replace(/。$/u, '');
}
