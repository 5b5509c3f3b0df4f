import { hexDigest } from '../archive/hex-digest.ts';

/** A file that the letter's page states the hash of. */
export interface KnownFile {
  /** 原件, or the name of an attachment. */
  name: string;
  /** In lower-case hexadecimal. */
  sha256: string;
}

/** A numbered passage of the letter. */
export interface Passage {
  /** Its anchor: p12. */
  id: string;
  text: string;
}

/** What checking a file against a letter's page found. */
export type FileCheck =
  | { found: 'same'; as: string }
  /** `missing`: the passages of the letter that the file does not have, marks and spaces aside; absent if it is no text. */
  | { found: 'other'; missing?: string[] };

/** A file of text that is larger is compared by its hash alone. */
const longestText = 20_000_000;

/**
 * Checks whether a file is the received one, or one of its attachments, byte for byte; and if not, and it is text, which
 * passages of the letter it does not have.
 *
 * @throws Error when the browser cannot read the file.
 */
export async function checkFile(
  file: File,
  known: readonly KnownFile[],
  passages: readonly Passage[],
): Promise<FileCheck> {
  const bytes = await file.arrayBuffer();
  const digest = await hexDigest(bytes);
  const same = known.find(({ sha256 }) => sha256 === digest);
  if (same) return { found: 'same', as: same.name };
  if (bytes.byteLength > longestText || !/\.(?:txt|md|html?|xml|csv)$/i.test(file.name))
    return { found: 'other' };
  const text = decodeText(bytes);
  return {
    found: 'other',
    missing: findMissing(passages, /\.(?:html?|xml)$/i.test(file.name) ? textOfMarkup(text) : text),
  };
}

/**
 * Lists the passages that a text does not contain, compared without marks, spaces and width: what normalisation changes.
 *
 * @returns Their anchors, in order.
 */
function findMissing(passages: readonly Passage[], text: string): string[] {
  const folded = fold(text);
  return passages.filter((passage) => !folded.includes(fold(passage.text))).map(({ id }) => id);
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** UTF-8 if it is that, else GB 18030, as received files are. */
function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The text of a web page; a parsed document runs nothing and loads nothing. */
function textOfMarkup(source: string): string {
  const { body } = new DOMParser().parseFromString(source, 'text/html');
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  return body.textContent;
}
