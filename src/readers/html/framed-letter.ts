import { joinReadings } from '../joined-reading.ts';
import { opensLetter } from '../opens-letter.ts';
import { ReadError, type Reading } from '../reading.ts';
import type { FileSources } from './file-collector.ts';
import { fileName } from './file-reference.ts';
import { openPage } from './html.ts';

/** Reads a file that a page shows in a frame or links to. */
export type FramedReader = (bytes: Uint8Array) => Promise<Reading>;

/** So many files are tried. */
const most = 5;
/** What a page says of a body that is elsewhere. */
const aboutBody = new Set(['body-missing', 'body-guessed', 'image-body']);

/**
 * Reads a web page. Where it shows no letter, and a file that it frames or links to came with it, the letter is read from
 * that file: its text follows that of the page, whose header block and title belong to it.
 *
 * @throws ReadError as `readHtml`.
 */
export async function readFramedPage(
  bytes: Uint8Array,
  files: FileSources,
  readFile: FramedReader,
): Promise<Reading> {
  const { reading, empty, framed, fileOf } = openPage(bytes, files);
  for (const reference of framed.slice(0, most)) {
    const file = fileOf(reference);
    const inner = file && (await readFile(file).catch(unreadable));
    if (inner && opensLetter(inner.decoded)) return joined(reading, inner, fileName(reference));
  }
  if (empty) throw empty;
  return reading;
}

/** A file that cannot be read holds no letter; the page says where it may be. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof ReadError)) throw error;
}

function joined(page: Reading, inner: Reading, name: string): Reading {
  const messages = page.messages.filter(({ rule }) => !aboutBody.has(rule));
  const together = joinReadings({ ...page, messages }, [inner]);
  const text = `网页里没有答复的文字，已读取框架或链接里的文件“${name.slice(0, 80)}”，接在网页的文字之后。请核对。`;
  return {
    ...together,
    messages: [{ level: 'warning', rule: 'letter-inside', line: 1, column: 1, text }, ...together.messages],
  };
}
