import { familyOf } from '../../readers/format.ts';
import { ReadError } from '../../readers/reading.ts';
import type { Verdict } from '../watch-result.ts';
import { sameLetter, type ComparedPage } from './compared-page.ts';
import { documentLinks } from './document-links.ts';
import { readLetterText, type LetterText } from './letter-text.ts';
import { compareLines } from './text-changes.ts';

/** Asks for a file; undefined where it cannot be had. */
export type FileReceiver = (address: URL) => Promise<Uint8Array | undefined>;

/** So many files of a page are asked for. */
const mostFiles = 5;

/**
 * Looks among the files that a page links to for an original that was one of them.
 *
 * @param kept The text of the original, where it has one.
 * @param instead The verdict where the page links to no such file, if its own text has the letter.
 */
export async function findLinkedOriginal(
  original: Uint8Array,
  kept: LetterText | undefined,
  { bytes, url, redirectedTo }: ComparedPage,
  receiveFile: FileReceiver,
  instead: Verdict | undefined,
): Promise<Verdict> {
  const links = linksOf(bytes, redirectedTo ?? url);
  if (links.length === 0)
    return (
      instead ?? {
        status: 'incomparable',
        reason: '原件是文件，网页里没有找到它的文字，也没有链接到任何文件，请在浏览器里打开核对',
      }
    );
  const unreceived: string[] = [];
  for (const { address, name } of links.slice(0, mostFiles)) {
    const file = await receiveFile(address);
    if (!file) unreceived.push(name);
    else if (Buffer.compare(original, file) === 0) return { status: 'unchanged' };
    else {
      const changed = await compareFile(original, kept, file, name);
      if (changed) return changed;
    }
  }
  const many = links.length > mostFiles ? `，只看了前 ${mostFiles} 个` : '';
  if (unreceived.length > 0)
    return { status: 'unreachable', reason: `网页链接的文件“${unreceived.join('、')}”没有取到${many}` };
  return (
    instead ?? {
      status: 'incomparable',
      reason: `网页链接的文件里没有找到原件${many}，请在浏览器里打开核对`,
    }
  );
}

function linksOf(bytes: Uint8Array, base: string): ReturnType<typeof documentLinks> {
  const known = new Map(documentLinks(bytes, base).map((link) => [link.address.href, link]));
  return [...known.values()];
}

async function compareFile(
  original: Uint8Array,
  kept: LetterText | undefined,
  file: Uint8Array,
  name: string,
): Promise<Verdict | undefined> {
  if (!kept || familyOf(file) !== familyOf(original)) return undefined;
  try {
    const fresh = await readLetterText(file);
    const { changes, kept: share } = compareLines(kept.lines, fresh.lines);
    if (share < sameLetter) return undefined;
    if (changes.length === 0) return { status: 'unchanged', pageChanged: true };
    return { status: 'changed', reason: `网页链接的文件“${name}”与原件不同`, changes, received: file };
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
