import { titleKind } from './title-kind.ts';

/** A title in 《》 in a folded text: where the mark opens, and where the text after its closing mark begins. */
export interface MarkedTitle {
  at: number;
  end: number;
  /** Without the outer marks. */
  title: string;
}

/** No title is longer, in characters. */
const longest = 150;
const titleEnd = /(?:条例|办法|规定|细则|规程|规范|标准|意见|通知|方案|规划|计划|纲要|决定|公告|法)$/u;
/** What may come after a title whose closing mark is missing. */
const after = /^(?:[，。、；：（）]|的(?:通知|规定|要求|精神|有关)|等|文件|规定|要求|精神|和《|及《|以及《)/u;
/** What may come before a title in a title. */
const embeds =
  /(?:印发|转发|下发|发布|公布|颁布|关于|贯彻|落实|实施|执行|修改|修订|废止|宣传|贯彻落实|修正|做好|对|和|及|、|〉|》)$/u;
const embedding =
  /^的?(?:通知|公告|决定|意见|实施意见|办法|实施办法|实施细则|通告|方案|实施方案|函|批复|若干规定|规定|决议|条例)/u;

/**
 * Finds the titles in 《》, from left to right, none within another. Titles in titles may have marks of the same kind; a
 * closing mark that is missing is supplied where the title evidently ends.
 *
 * @param text Folded.
 */
export function findMarkedTitles(text: string): MarkedTitle[] {
  const titles: MarkedTitle[] = [];
  for (let at = text.indexOf('《'); at !== -1;) {
    const found = readTitle(text, at);
    if (found) titles.push(found);
    at = text.indexOf('《', found ? found.end : at + 1);
  }
  return titles;
}

function readTitle(text: string, at: number): MarkedTitle | undefined {
  const from = at + 1;
  const bound = Math.min(text.length, from + longest);
  let depth = 1;
  let firstClose = -1;
  let firstInner = -1;
  for (let index = from; index < bound; index += 1) {
    const character = text.charAt(index);
    if (character === '》') {
      depth -= 1;
      if (depth === 0) return closedTitle(text, at, index);
      if (firstClose === -1) firstClose = index;
    } else if (character === '《') {
      // A title within follows a verb; another title, one whose closing mark is missing.
      if (!embeds.test(text.slice(Math.max(from, index - 4), index))) return supplied(text, at, index);
      depth += 1;
      if (firstInner === -1) firstInner = index;
    } else if (/[。！？；\n]/u.test(character)) break;
  }
  if (firstClose === -1 || firstInner === -1) return supplied(text, at, bound);
  return innerUnclosed(text, at, firstInner, firstClose);
}

function closedTitle(text: string, at: number, close: number): MarkedTitle {
  return { at, end: close + 1, title: text.slice(at + 1, close) };
}

/** 《关于印发《X》的通知 and 《关于印发《X的通知》: one closing mark for two. */
function innerUnclosed(text: string, at: number, inner: number, close: number): MarkedTitle | undefined {
  const within = text.slice(inner + 1, close);
  if (/的(?:通知|公告|决定|意见)$/u.test(within)) return closedTitle(text, at, close);
  const rest = embedding.exec(text.slice(close + 1, close + 12));
  if (rest === null) return undefined;
  const end = close + 1 + rest[0].length;
  return { at, end, title: text.slice(at + 1, end) };
}

/** The title whose closing mark is missing, if it is evident where it ends before `bound`. */
function supplied(text: string, at: number, bound: number): MarkedTitle | undefined {
  for (let end = at + 5; end <= Math.min(bound, at + 60); end += 1) {
    if (/[。！？；\n，、》]/u.test(text.charAt(end - 1))) return undefined;
    if (!titleEnd.test(text.slice(end - 2, end)) || !after.test(text.slice(end, end + 4))) continue;
    const title = text.slice(at + 1, end);
    if (titleKind(title) === 'certain') return { at, end, title };
  }
  return undefined;
}

const quoted = /[“"](?<title>[^“”"《》。；]{8,90})[”"]/gu;

/** Finds titles in quotation marks instead of 《》: “关于…的通知”, and nothing else that is quoted. */
export function findQuotedTitles(text: string): MarkedTitle[] {
  if (!text.includes('关于')) return [];
  return [...text.matchAll(quoted)].flatMap((match) => {
    const title = match.groups?.title ?? '';
    const evident = title.includes('关于') && titleKind(title.replace(/ +/gu, '')) === 'certain';
    return evident ? [{ at: match.index, end: match.index + match[0].length, title }] : [];
  });
}
