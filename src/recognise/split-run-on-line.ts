import { isAgency } from '../reply/agency.ts';
import { findDocumentNumber } from '../reply/document-number.ts';
import { outcomeClass } from '../reply/outcome.ts';
import { isOpening } from '../reply/opening.ts';
import { readReplyTitle } from '../reply/reply-title.ts';
import { readSalutation } from '../reply/salutation.ts';
import { beginsWithLabel } from './labels.ts';
import { breadcrumbLength } from './breadcrumb.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';

/** A line with fewer characters is always one paragraph. */
const shortest = 60;
/** The greatest length of a salutation, a title and a signature, and the distance of the opening's formula. */
const reach = { salutation: 200, title: 160, signature: 80, opening: 300 };

const afterBoundary =
  /(?<=^|[\s)】|>\]]|〕(?!第?\d)|答复(?!的?复?函|意见)|复函|回复(?!函)|函|意见|(?:答复|回复|办理)(?:内容|意见|情况|结果):|号|日|\d(?![\d号日年月时分])|(?:局|厅|政府|中心|办公室|委员会|法院|检察院|公司)(?=\p{Script=Han}{2,4}(?:代表|委员|[、,])))(?=\S)/gu;
const afterSentence = new RegExp(
  `(?<=[。!;?)\\s]|敬礼|特此\\p{Script=Han}{2}|\\d(?![\\d号日年月时分])|${outcomeClass}类)(?=\\S)`,
  'gu',
);
/** 大 中 小 is the page's control of the font size, and no name begins within it. */
const sizeControl = /大 ?中(?: ?小)?$/u;
const spoken = /^(?:[您你贵]|首先|感谢|收到|\p{Script=Han}{0,8}届)/u;
const titleEnd =
  /(?:提案|建议|议案|意见)[^。:]{0,24}?(?:(?:答复|回复)(?:的?复?函|意见)?|复函|会办意见|情况报告|的函)(?:\([^()]{1,40}\))?/gu;
const documentNumber = /(?<=^|[^: ] )\p{Script=Han}{2,12}[〔[【(](?:19|20)\d{2}[〕\]】)]第?\d{1,6}号/gu;
const day =
  /(?:(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|[一二][〇零○oO0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})(?=$|\s|[(【]|关于|对|联系|抄送|附件|上一|下一|打印|扫一扫|分享|版权|主办|承办)/gu;
const breaks = [
  // The end of a sentence before white space.
  /(?<=[。!?;:][”")]?)\s+(?=\S)/gu,
  /(?<=[。;:!?”》)\s])(?=[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\))/gu,
  /(?<=[。!])(?=(?:再次|最后,?|衷心|非常)?感谢|特此|专此|此致|\(?联系(?:人|电话)|抄送|附件:|\p{Script=Han}{2,6}(?:类别|结果|分类):)/gu,
];

/**
 * Splits a line that holds a whole letter, from a page that lost its line breaks when it was copied. Such a
 * line has a salutation with the opening after it, and on either side a title or a header, or a signature.
 *
 * @returns The paragraphs of such a line; any other line whole.
 */
export function splitRunOnLine(decoded: string, line: TextRange): TextRange[] {
  const path = pathOf(decoded, line);
  if (!path) return partsOfLetter(decoded, line);
  const rest = /\S/u.exec(decoded.slice(path.end, line.end))?.index ?? 0;
  return [path, ...partsOfLetter(decoded, { at: path.end + rest, end: line.end })];
}

/** A breadcrumb that runs straight into the letter's title. */
function pathOf(decoded: string, line: TextRange): TextRange | undefined {
  if (!decoded.slice(line.at, line.at + 40).includes('首')) return undefined;
  const folded = foldText(decoded, line);
  const length = breadcrumbLength(folded.text);
  return length === 0 ? undefined : decodedRange(folded, { index: 0, length });
}

function partsOfLetter(decoded: string, line: TextRange): TextRange[] {
  if (line.end - line.at < shortest) return [line];
  const folded = foldText(decoded, line, 'single');
  const { text } = folded;
  const salutation = findSalutation(text);
  if (!salutation) return [line];
  const signature = findSignature(text, salutation.end);
  if (salutation.at === 0 && signature.length === 0) return [line];
  const head = text.slice(0, salutation.at);
  const places = [
    ...findTitles(head),
    ...[...head.matchAll(documentNumber)].flatMap(({ index, 0: match }) => [index, index + match.length]),
    salutation.at,
    salutation.end,
    ...paragraphStarts(text, salutation.end),
    ...signature,
  ];
  const cuts = [...new Set(places.map((place) => pastSpace(text, place)))]
    .filter((place) => place > 0 && place < text.length)
    .sort((a, b) => a - b);
  return [0, ...cuts].map((from, order) => {
    const part = text.slice(from, cuts[order] ?? text.length).trimEnd();
    return decodedRange(folded, { index: from, length: part.length });
  });
}

/**
 * Finds the salutation, which ends in a colon (or where the colon was lost) before the opening. If its beginning
 * cannot be determined, the letter begins after the colon and the names remain above.
 */
function findSalutation(text: string): { at: number; end: number } | undefined {
  const ends = [...text.matchAll(/:/gu)].map(({ index }) => index + 1);
  const behind = (end: number) => tight(text.slice(end, end + reach.opening));
  // Where the colon was lost, white space still separates it from the opening.
  const bare = [...text.matchAll(/(?:代表|委员)(?=\s)/gu)].map(({ index, 0: match }) => index + match.length);
  for (const end of [...ends, ...bare]) {
    if (!isOpening(behind(end))) continue;
    const at = boundaries(text, end - reach.salutation, end).find((from) =>
      isSalutation(tight(text.slice(from, end))),
    );
    if (at !== undefined) return { at, end };
  }
  const end = ends.find((one) => spoken.test(behind(one)) && isOpening(behind(one).slice(0, 120)));
  return end === undefined ? undefined : { at: end, end };
}

function isSalutation(text: string): boolean {
  return readSalutation(text)?.length === text.length && !/答复|复函|回复|会办意见|\d号/u.test(text);
}

/** The offsets at which the titles in `text` begin and end. */
function findTitles(text: string): number[] {
  let done = 0;
  return [...text.matchAll(titleEnd)].flatMap(({ index, 0: match }) => {
    const end = index + match.length;
    const starts = boundaries(text, Math.max(done, end - reach.title), end).filter((from) =>
      isTitle(text.slice(from, end)),
    );
    const start = starts.find((from) => beginsTitle(tight(text.slice(from, end)))) ?? starts.at(-1);
    if (start === undefined) return [];
    done = end;
    return [start, end];
  });
}

/** Whether a text is one title, without a label, a document number, a breadcrumb or another title before it. */
function isTitle(spaced: string): boolean {
  const text = tight(spaced);
  return (
    readReplyTitle(text) !== undefined &&
    !/[:>]/u.test(text) &&
    !/^[^关对]* [^关对 ]+(?:关于|对)/u.test(spaced) &&
    !beginsWithLabel(text) &&
    findDocumentNumber(text)?.index !== 0 &&
    (text.match(/届/gu)?.length ?? 0) <= 1
  );
}

function beginsTitle(text: string): boolean {
  return /^(?:关于|对|答复)/u.test(text) || readReplyTitle(text)?.issuer?.index === 0;
}

/** The offsets at which the paragraphs after the salutation begin. */
function paragraphStarts(text: string, from: number): number[] {
  const body = text.slice(from);
  const opening = /如下[:。]/u.exec(body);
  return [
    ...(opening ? [opening.index + opening[0].length] : []),
    ...breaks.flatMap((pattern) => [...body.matchAll(pattern)].map(({ index }) => index)),
  ].map((place) => from + place);
}

/** The offsets of the signing agency, its date and the end of the date; of a date alone after a sentence. */
function findSignature(text: string, from: number): number[] {
  for (const date of [...text.matchAll(day)].reverse()) {
    if (date.index <= from) break;
    const end = date.index + date[0].length;
    const start = sentenceEnds(text, Math.max(from, date.index - reach.signature), date.index).find((at) =>
      text
        .slice(at, date.index)
        .trim()
        .split(/[\s、]/u)
        .every(isAgency),
    );
    if (start !== undefined) return [start, date.index, end];
    if (
      /[。!]\s?$/u.test(text.slice(Math.max(0, date.index - 2), date.index)) &&
      end === text.trimEnd().length
    )
      return [date.index];
  }
  return [];
}

/** Offsets in `[from, to)` at which a block of its own may begin. */
function boundaries(text: string, from: number, to: number): number[] {
  // The text before `from` decides whether `from` itself is a boundary.
  const start = Math.max(0, from - 2);
  return [...text.slice(start, to).matchAll(afterBoundary)].flatMap(({ index }) =>
    start + index >= from &&
    (index > 0 || start === 0) &&
    !sizeControl.test(text.slice(Math.max(0, start + index - 4), start + index + 1))
      ? [start + index]
      : [],
  );
}

function sentenceEnds(text: string, from: number, to: number): number[] {
  return [...text.slice(from, to).matchAll(afterSentence)].map(({ index }) => from + index);
}

function pastSpace(text: string, place: number): number {
  return text.charAt(place) === ' ' ? place + 1 : place;
}

function tight(text: string): string {
  return text.replaceAll(' ', '');
}
