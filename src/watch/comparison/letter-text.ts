import { convertReading } from '../../convert/convert.ts';
import { letterBlocks } from '../../markdown/blocks.ts';
import { ReadError, type Reading } from '../../readers/reading.ts';
import { readReceivedFile } from '../../readers/received-file.ts';
import type { Dropped } from '../../record/record.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';

/** A line of a letter, with and without its white space. */
export interface TextLine {
  text: string;
  tight: string;
}

/** What a file says, as far as it is the letter. */
export interface LetterText {
  format: string;
  /** Whether a letter was recognised in it; else the lines are those that the reader takes for its content. */
  isLetter: boolean;
  /** The lines of the letter and of its header block, as the file has them. */
  lines: TextLine[];
  /** The paragraphs of the letter as they would be published, to compare files of several formats. */
  body: TextLine[];
  /** The values that the letter states, by the names of their fields. */
  fields: Map<string, string>;
  /** Every line that a reader of the file sees. */
  whole: TextLine[];
  /** In Chinese: where the letter of a page may be that shows none. */
  elsewhere?: string;
}

/** Why something in a file is not the letter's own text. */
const aroundLetter = new Set(['site-chrome', 'repeated', 'layout', 'page-number', 'page-note', 'label']);

/** Labels of values that differ each time a page is asked for, or are controls of the page. */
const volatileLabel =
  /(?:浏览|点击|阅读|访问|查看|下载|人气|热度|评论|点赞|收藏|转发|分享|打印|字体|字号|字体大小|文字大小|背景色|天气|今天|当前时间|在线人数|访客)[^\s:：]{0,4}$/u;

/**
 * Reads a received file, and cuts it to its letter as the conversion does: what is on the page around it does not count.
 *
 * @throws ReadError when it cannot be read.
 */
export async function readLetterText(bytes: Uint8Array): Promise<LetterText> {
  const reading = await readReceivedFile(bytes);
  const { decoded, format } = reading;
  const whole = linesOf(decoded, []);
  try {
    const { record } = convertReading(reading, { file: '', sha256: '' });
    return {
      format,
      isLetter: true,
      lines: linesOf(decoded, aroundOf(record.dropped, reading)),
      body: letterBlocks(record.body).map(({ text }) => toLine(text)),
      fields: fieldsOf(record.frontmatter),
      whole,
    };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const dropped = reading.marks.filter(({ kind }) => kind.type === 'dropped' || kind.type === 'metadata');
    const lines = linesOf(decoded, dropped);
    const elsewhere = reading.elsewhere && { elsewhere: reading.elsewhere.text };
    return { format, isLetter: false, lines, body: lines, fields: new Map(), whole, ...elsewhere };
  }
}

/** Text without white space and without what is not seen. */
export function tighten(text: string): string {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');
}

interface Range {
  at: number;
  length: number;
}

function aroundOf(dropped: readonly Dropped[], { decoded, marks }: Reading): Range[] {
  const metadata = marks.filter(({ kind }) => kind.type === 'metadata');
  const isMetadata = (at: number) => metadata.some((mark) => mark.at <= at && at < mark.at + mark.length);
  const isVolatile = ({ at }: Range) =>
    volatileLabel.test(decoded.slice(Math.max(0, at - 20), at).replace(/[\s:：]+$/u, ''));
  return dropped.filter(
    (range) =>
      aroundLetter.has(range.why) ||
      (range.why === 'no-field' && (isMetadata(range.at) || isVolatile(range))),
  );
}

/** The lines that are left outside of some ranges, sorted or nested, without empty ones. */
function linesOf(decoded: string, ranges: readonly Range[]): TextLine[] {
  let kept = '';
  let done = 0;
  for (const { at, length } of [...ranges].sort((a, b) => a.at - b.at)) {
    if (at > done) kept += decoded.slice(done, at);
    // A table's row remains one line.
    if (at + length > done) kept += decoded.slice(Math.max(done, at), at + length).replace(/[^\n]+/gu, ' ');
    done = Math.max(done, at + length);
  }
  return (kept + decoded.slice(done))
    .split('\n')
    .map(toLine)
    .filter(({ tight }) => tight !== '');
}

function toLine(text: string): TextLine {
  return { text: text.trim(), tight: tighten(text) };
}

function fieldsOf(frontmatter: Partial<Frontmatter>): Map<string, string> {
  const fields = new Map<string, string>();
  const add = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value)) add(inner, path === '' ? key : `${path}.${key}`);
    else fields.set(path, JSON.stringify(value));
  };
  add({ ...frontmatter, source: undefined }, '');
  fields.delete('source');
  return fields;
}
