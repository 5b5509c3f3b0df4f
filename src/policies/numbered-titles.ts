import type { FoundNumber } from './document-numbers.ts';
import type { MarkedTitle } from './marked-titles.ts';

/** A title with the number that is written before, in or after it. */
export interface NumberedTitle extends MarkedTitle {
  number?: string;
  /** What is written after the closing mark but belongs to the title: （试行）. */
  version: string;
  /** Where the text after title and number begins. */
  after: number;
}

const versionAfter =
  /^ ?（(?:试行|暂行|修订版?|修正案?|修订草案|草案|征求意见稿|送审稿|初稿|\d{4}年?(?:版|修订|修正)?|\d{4}-\d{4}年?)）/u;
/** Between a title and its number. */
const gapAfter =
  /^[”"]? ?(?:[（〔] ?(?:[\p{Script=Han}\d]{0,16}[，、： ]{1,2})?|的(?:通知|公告|决定|意见|通告)[”"]?[（〔]|的(?:通知|公告|决定|意见|通告)[》”"][（〔])?$/u;
const gapBefore = /^(?:文件?|号文)?[）〕]? ?[“]?$/u;
/** Between the numbers of one title. */
const gapBetween = /^ ?[、，；和] ?$/u;

/**
 * Gives titles the numbers that belong to them.
 *
 * @param text Folded.
 * @param titles From left to right, and numbers too.
 * @returns The titles, and the numbers that stand alone.
 */
export function attachNumbers(
  text: string,
  titles: readonly MarkedTitle[],
  numbers: readonly FoundNumber[],
): { titles: NumberedTitle[]; alone: FoundNumber[] } {
  const used = new Set<FoundNumber>();
  const numbered = titles.map((title, index): NumberedTitle => {
    const full = withVersion(text, title);
    const bound = titles[index + 1]?.at ?? text.length;
    const within = numbers.find(({ at, end }) => at > title.at && end < full.end);
    const next = numbers.find(({ at }) => at >= full.end && at < bound && at - full.end < 32);
    const follows = next && gapAfter.test(text.slice(full.end, next.at)) ? next : undefined;
    const last = numbers.findLast(({ end }) => end <= title.at);
    const precedes =
      last && !used.has(last) && title.at - last.end < 6 && gapBefore.test(text.slice(last.end, title.at))
        ? last
        : undefined;
    for (const number of numbers) if (number.at >= title.at && number.end <= full.end) used.add(number);
    const own = within ?? follows ?? precedes;
    if (own === undefined) return { ...full, after: full.end };
    used.add(own);
    let after = Math.max(full.end, own.end);
    if (own === follows)
      for (const other of numbers) {
        if (other.at < after || !gapBetween.test(text.slice(after, other.at))) continue;
        used.add(other);
        after = other.end;
      }
    return { ...full, number: own.number, after };
  });
  return { titles: numbered, alone: numbers.filter((number) => !used.has(number)) };
}

/** 《…办法》（试行）: what is written after the closing mark belongs to the title. */
function withVersion(text: string, { at, end, title }: MarkedTitle): MarkedTitle & { version: string } {
  const [version = ''] = versionAfter.exec(text.slice(end, end + 14)) ?? [];
  return { at, end: end + version.length, title, version };
}
