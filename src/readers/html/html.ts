import type { MessageCode } from '../../record/message-codes.ts';
import { renderBlocks } from '../block-text.ts';
import type { Block, Inline } from '../block.ts';
import { ReadError, type Reading } from '../reading.ts';
import { findLetterBody, type LetterBody } from './letter-body.ts';
import { opensLetter } from '../opens-letter.ts';
import { revealLetter } from './concealed-letter.ts';
import { letterElsewhere } from './letter-elsewhere.ts';
import { parseDocument, type Document } from './document.ts';
import { decodePage } from './page-encoding.ts';
import { createFileCollector, type FileSources } from './file-collector.ts';
import { metadataOf, titlesOf } from './metadata.ts';
import { toPageBlocks, type PageBlock } from './page-blocks.ts';
import { applyStyleSheets } from './style-sheets.ts';
import { weighText } from './text-density.ts';
import { dropBoilerplate } from './boilerplate.ts';

/**
 * Reads a web page. The text is everything that a visitor of the page sees, in document order: first the
 * page's metadata as label–value lines (marked `metadata`), then the visible text of the whole page. All of
 * it outside the letter's body, title and header block is marked dropped as `site-chrome`, so a wrongly
 * chosen body loses nothing: an editor can take the text back. Scripts, styles, form controls and hidden
 * elements are not text.
 *
 * @throws ReadError `too-large`, `too-deep`, `too-slow`, `undecodable`, `no-text`.
 */
export function readHtml(bytes: Uint8Array, files: FileSources = {}): Reading {
  const { reading, empty } = openPage(bytes, files);
  if (empty) throw empty;
  return reading;
}

/** A page as it is read, and where its letter may be. */
interface OpenPage {
  reading: Reading;
  /** Why a page without any text cannot be read. */
  empty: ReadError | undefined;
  /** The files in which its letter may be, where the page shows none: as the page refers to them. */
  framed: readonly string[];
  /** A file that came with the page. */
  fileOf: (reference: string) => Uint8Array | undefined;
}

/** Reads a page, even one without text. */
export function openPage(bytes: Uint8Array, files: FileSources): OpenPage {
  const { html, encoding, messages } = decodePage(bytes);
  const document = parseDocument(html);
  applyStyleSheets(document);
  const revealed = revealLetter(document);
  const body = findLetterBody(document, weighText(document));
  const collector = createFileCollector(files);
  const blocks = toPageBlocks(document, body, collector);
  const note = revealed === undefined ? [] : [paragraphOf(warning('concealed-letter', revealed))];
  const text = renderBlocks([...note, ...arrange(document, body, blocks, files.address)]);
  const found = opensLetter(text.decoded) ? undefined : letterElsewhere(document);
  const elsewhere = found && { code: found.code, text: found.text };
  const isEmpty = !/\S/.test(text.decoded) || blocks.length === 0;
  const reading: Reading = {
    format: 'html',
    encoding,
    ...text,
    attachments: collector.attachments,
    messages: [...messages, ...text.messages],
    ...(elsewhere && { elsewhere }),
  };
  const { code, text: why } = elsewhere ?? { code: 'no-text' as const, text: noText };
  const empty = isEmpty ? new ReadError(code, why) : undefined;
  return { reading, empty, framed: found?.files ?? [], fileOf: collector.bytesOf };
}

const noText =
  '网页里没有文字，正文可能由脚本或框架另行载入。请在浏览器里打开，等正文显示后复制，存为文本再转换。';

function arrange(
  document: Document,
  body: LetterBody | undefined,
  blocks: readonly PageBlock[],
  address: string | undefined,
): Block[] {
  const metadata = metadataOf(document, address);
  const title = metadata[0]?.inlines[0];
  const stated =
    typeof title === 'string' && title.startsWith('标题：') ? title.slice('标题：'.length) : undefined;
  const kept = dropBoilerplate(blocks, titlesOf(document), stated);
  const note = noteOn(body, blocks);
  return note ? [...metadata, paragraphOf(note), ...kept] : [...metadata, ...kept];
}

function paragraphOf(inline: Inline): Block {
  return { type: 'paragraph', inlines: [inline] };
}

/** A warning about how the body was found, if the editor should check it. */
function noteOn(body: LetterBody | undefined, blocks: readonly PageBlock[]): Inline | undefined {
  const inside = blocks.filter(({ inBody }) => inBody);
  if (!body || inside.length === 0)
    return warning('body-missing', '没有找到成段的正文，网页文字全部列出。请核对它是不是一件答复。');
  const hasText = inside.some(
    ({ block }) => block.type === 'table' || block.inlines.some((one) => typeof one === 'string'),
  );
  if (!hasText) return warning('image-body', '网页正文是图片，没有文字。请把图片另存出来，单独转换。');
  return body.found === 'dense' && inside.length < blocks.length
    ? warning('body-guessed', '没有找到已知的正文标记，正文按文字密度选取。请核对首尾是否完整。')
    : undefined;
}

function warning(rule: MessageCode, text: string): Inline {
  return { type: 'message', message: { level: 'warning', rule, text } };
}
