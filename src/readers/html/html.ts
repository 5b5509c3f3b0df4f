import type { MessageCode } from '../../record/message-codes.ts';
import { layOut } from '../block-text.ts';
import type { Block, Inline } from '../block.ts';
import { ReadError, type Reading } from '../reading.ts';
import { findBody, type Body } from './body.ts';
import { parseDocument, type Document } from './document.ts';
import { decodePage } from './encoding.ts';
import { createFileShelf, type FileSources } from './files.ts';
import { metadataOf, titlesOf } from './metadata.ts';
import { blocksOf, type PageBlock } from './page-blocks.ts';
import { weighProse } from './prose.ts';
import { judge } from './page-header.ts';

/**
 * Reads a web page. The text is all that a reader of the page sees, in the order of the document: the
 * page's metadata as label–value lines at the top (marked `metadata`), then the visible text of the whole
 * page, of which everything outside the letter's body, title and header block is marked dropped as `site-chrome`.
 * So a container that was chosen wrongly loses nothing: it stands in the text and can be taken back.
 * Tables have marks with their cells, headings their depth. Scripts, styles, form controls and hidden
 * elements are no text. Throws ReadError: `too-large`, `too-deep`, `too-slow`, `undecodable`, `no-text`.
 */
export function readHtml(bytes: Uint8Array, files: FileSources = {}): Reading {
  const { html, encoding, messages } = decodePage(bytes);
  const document = parseDocument(html);
  const body = findBody(document, weighProse(document));
  const shelf = createFileShelf(files);
  const blocks = blocksOf(document, body, shelf);
  const laid = layOut(arrange(document, body, blocks));
  if (!/\S/.test(laid.decoded) || blocks.length === 0) throw new ReadError('no-text', noText);
  return {
    format: 'html',
    encoding,
    ...laid,
    attachments: shelf.attachments,
    messages: [...messages, ...laid.messages],
  };
}

const noText =
  '网页里没有文字，正文可能由脚本或框架另行载入。请在浏览器里打开，等正文显示后复制，存为文本再转换。';

function arrange(document: Document, body: Body | undefined, blocks: readonly PageBlock[]): Block[] {
  const metadata = metadataOf(document);
  const title = metadata[0]?.inlines[0];
  const stated =
    typeof title === 'string' && title.startsWith('标题：') ? title.slice('标题：'.length) : undefined;
  const judged = judge(blocks, titlesOf(document), stated);
  const note = noteOn(body, blocks);
  return note ? [...metadata, { type: 'paragraph', inlines: [note] }, ...judged] : [...metadata, ...judged];
}

/** What an editor should know of how the body was found. */
function noteOn(body: Body | undefined, blocks: readonly PageBlock[]): Inline | undefined {
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
