import { findReference, kindOf, type ProposalReference } from './proposal-reference.ts';
import { groupSpan, type Span } from './span.ts';

/** What the first sentences of a letter say about the proposal. */
export interface Opening {
  reference: ProposalReference;
  /** The proposal's title (案由) as cited, without its outer 《》 or “”. */
  title?: Span;
  role?: '会办';
  /** Whether several proposals are cited, so that none of them is the title. */
  several: boolean;
}

const kinds = '议事原案|议案|提案|建议';
const formula =
  /收悉|收到|(?:答复|函复|回复|函告|报告|说明|汇报|反馈|意见|办复)(?:意见|情况)?(?:函告|汇报|报告)?如下|(?:交(?:由)?|由)[我本].{0,10}(?:办理|研究|主办|承办)|我[们局委厅办院].{0,8}研究|现.{0,16}(?:答复|回复|函复)|(?:会办|协办)意见/u;
const follows = new RegExp(
  `^(?:\\([^()]{0,30}\\))*(?:的?(?<kind>${kinds})|(?:收|已|现|由|交|转|,|。|;|\\(|悉|我|经|后|答复|$))`,
  'u',
);
const introduction = '(?:提出|提交|反映|所提|提|号|:|交办[我本]\\p{Script=Han}{1,2})(?:了|的)*:?';
const closing = '(?=["”》]|收悉|收到|已|现|由|交|转|办理|答复|,|。|;|\\(|我|经|悉)';
/** Citations without marks, the surer first: 关于…的建议, 关于…建议收悉, …的建议收悉. */
const bare = [
  // The mark that opens the citation was eaten: 关于…”的提案.
  new RegExp(`${introduction}(?<title>关于[^《》“”"。;]{2,120})[”"》]的?(?:${kinds})${closing}`, 'du'),
  new RegExp(`${introduction}(?<title>关于.{2,120}?的(?:${kinds}))${closing}`, 'du'),
  new RegExp(`^(?<title>关于.{2,120}?的(?:${kinds}))${closing}`, 'du'),
  new RegExp(`${introduction}(?<title>关于[^。;]{2,120}?(?:${kinds}))(?=已?收悉)`, 'du'),
  new RegExp(
    `(?:提出|所提)(?:了|的)*(?<title>(?!关于|第|有关)[^《》“”"。;]{4,80}?的(?:${kinds}))(?=已?收(?:悉|到)|,(?:已?交)?由[我本])`,
    'du',
  ),
  // 您关于…的提案收悉: without 提出的. 第61号提案关于…的问题收悉: the number says what it is.
  new RegExp(`(?:^|[,。!])[您你贵](?:们|委)?(?<title>关于.{2,120}?的(?:${kinds}))${closing}`, 'du'),
  new RegExp(`号(?:${kinds})(?<title>关于[^。;]{2,100}?的问题)(?=已?收(?:悉|到))`, 'du'),
];

/** Whether a paragraph opens a letter: 您提出的…收悉, …现答复如下. */
export function isOpening(text: string): boolean {
  return formula.test(text.slice(0, 500)) && !/^(?:原标题|内容摘要|摘要)/u.test(text);
}

/**
 * Reads the opening of a letter.
 *
 * @param paragraph The first paragraph after the salutation, without spaces, in simplified script,
 *   punctuation folded to ASCII, quotation marks as they came.
 */
export function readOpening(paragraph: string): Opening {
  const text = paragraph.slice(0, 800);
  const thanks = /^(?:[您你]们?好[!,。])?(?:首先,?|非常|衷心)?感谢[^。]{0,80}。/u.exec(text)?.[0].length ?? 0;
  const sentence = /如下|。/u.exec(text.slice(thanks));
  const end = sentence ? thanks + sentence.index : Math.min(text.length, 400);
  const first = text.slice(0, Math.max(end, Math.min(text.indexOf('收悉') + 2, 400)));
  const cited = quotations(first).filter((quotation) => isCited(first, quotation));
  const [title] = cited;
  const several = new Set(cited.filter(({ whole }) => whole).map(({ text: value }) => value)).size > 1;
  const plain = title ? undefined : bareTitle(text.slice(0, 400));
  const found = title ?? plain;
  const reference = findReference(withoutTitle(first, found));
  const kind =
    kindAfter(first, found) ??
    kindAhead(first, title) ??
    reference.kind ??
    kindAtEnd(found?.text) ??
    kindBefore(first);
  return {
    reference: { ...reference, ...(kind && { kind }) },
    ...(found && !several && { title: { index: found.index, length: found.length, text: found.text } }),
    ...(/(?:会办|协办)意见/u.test(text.slice(0, 400)) && { role: '会办' as const }),
    several,
  };
}

interface Quotation extends Span {
  /** Whether it is in 《》, the marks of a document's title. */
  whole: boolean;
}

/** The outermost quotations of `text`; 《》 may contain “”, and “” may contain 《》. */
function quotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.startsWith('<<', at) ? '<<' : text.charAt(at);
    const close = { '《': '》', '“': '”', '"': '"', '〈': '〉', '【': '】', '<<': '>>' }[mark];
    if (close === undefined) continue;
    const end = closingMark(text, at, mark, close);
    if (end === -1) continue;
    const index = at + mark.length;
    const whole = mark === '《' || mark === '<<';
    found.push({ index, length: end - index, text: text.slice(index, end), whole });
    at = end + close.length - 1;
  }
  return found;
}

function closingMark(text: string, from: number, mark: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith(mark, at) && (mark !== close || at === from)) {
      depth += 1;
      at += mark.length - 1;
    } else if (text.startsWith(close, at) && (depth -= 1) === 0) return at;
  }
  return -1;
}

/** How an earlier letter is cited: 您对《…提案的答复》提出的意见. */
const isReplyTitleEnd =
  /(?:提案|议案|建议)(?:\([^()]{0,20}\))?的(?:再次)?(?:答复|复函|回复|函复|会办意见|答复函|答复意见)$/u;

/** Whether a quotation is the proposal's title and not a law, an abbreviation or a phrase of it. */
function isCited(text: string, { index, length, text: title }: Quotation): boolean {
  const left = text.slice(0, index).replace(/(?:<<|.)$/su, '');
  const right = text.slice(index + length).replace(/^(?:>>|.)/su, '');
  if (
    length < 5 ||
    isReplyTitleEnd.test(title) ||
    /(?:根据|按照|依据|依照|以下简称|简称|印发|出台|制定)(?:了|的)?$/u.test(left)
  )
    return false;
  const introduced =
    left === '' ||
    /(?:提出|提交|反映|所提|提|关于|号|号\)|建议|提案|议案|:|撰写)(?:了|的|到|地)*:?$/u.test(left) ||
    /[您你贵](?:们|委)?的?$|》[、和及]?$/u.test(left);
  const shaped =
    new RegExp(`^(?:对|就)?关于|(?:${kinds})$`, 'u').test(title) ||
    /^的?(?:第[A-Z\d-]{1,12}号)?(?:提案|建议|议案|议事原案)/u.test(right);
  return shaped && (introduced || follows.test(right));
}

/** 关于…的建议收悉, with no quotation marks or with one of them eaten. */
function bareTitle(text: string): Span | undefined {
  for (const pattern of bare) {
    const match = pattern.exec(text);
    const span = match && groupSpan(match, 'title');
    if (span) return withoutOuterKind(span);
  }
  return undefined;
}

/** 关于…的建议的提案: the last word is the kind, the title ends before it. */
function withoutOuterKind(span: Span): Span {
  const outer = new RegExp(`(?<=的(?:${kinds}))的(?:${kinds})$`, 'u').exec(span.text);
  return outer ? { ...span, length: outer.index, text: span.text.slice(0, outer.index) } : span;
}

/** Numbers and sessions inside the cited title are not the proposal's own. */
function withoutTitle(text: string, title: Span | undefined): string {
  return title
    ? text.slice(0, title.index) + '□'.repeat(title.length) + text.slice(title.index + title.length)
    : text;
}

/** “…”的提案: the word after the quotation. */
function kindAfter(text: string, title: Span | undefined): ReturnType<typeof kindOf> | undefined {
  const after = title ? text.slice(title.index + title.length).replace(/^(?:[》”"】〉]|>>)/u, '') : '';
  const word = new RegExp(`^(?:\\([^()]{0,30}\\))?的?(${kinds})`, 'u').exec(after)?.[1];
  return word === undefined ? undefined : kindOf(word);
}

/** 提案《…》: the word right before the quotation. */
function kindAhead(text: string, title: Span | undefined): ReturnType<typeof kindOf> | undefined {
  const word = new RegExp(`(${kinds})(?:[《“"【〈]|<<)$`, 'u').exec(
    title ? text.slice(0, title.index) : '',
  )?.[1];
  return word === undefined ? undefined : kindOf(word);
}

/** …的建议: the last word of the cited title itself. */
function kindAtEnd(title: string | undefined): ReturnType<typeof kindOf> | undefined {
  const word = new RegExp(`(?:${kinds})$`, 'u').exec(title ?? '')?.[0];
  return word === undefined ? undefined : kindOf(word);
}

/** …的议案,县政府交由我局办理: no title can be cut out, but its last word gives the kind. */
function kindBefore(text: string): ReturnType<typeof kindOf> | undefined {
  const word = new RegExp(`的(${kinds})(?=收悉|已收悉|,|已交|交由|办理)`, 'u').exec(text)?.[1];
  return word === undefined ? undefined : kindOf(word);
}
