import { insideOf } from '../normalise/rules/quotation.ts';
import { firstIndex } from '../reply/first-index.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import { contactBrackets, privateNumbers } from './contact.ts';
import { combineAccounts, drop, report, type Account } from './recognised.ts';

interface PrivateSpan {
  index: number;
  length: number;
}

/** A label right before a number, which is withheld with the number. */
const label =
  /(?:[,，、;；]\s*|(?<!\s)\s*)(?:(?:居民)?身份证(?:号码?)?|(?:联系|联络)?电话|联系方式|手机(?:号码?)?|(?:银行)?(?:账号|卡号|账户))\s*(?:[:：为是]\s*)?$/u;
/** The address of a person, next to one of the person's numbers. */
const address =
  /(?:[,，、;；]\s*|(?<!\s)\s*)(?:家住|现住|住址?)[:：]?[^,，;；()（）。]{3,40}?(?:号|室|组|户|栋|单元)(?:\d+[号室])?(?=[,，;；)）])/gu;

/**
 * Finds private data in a paragraph: telephone, identity and card numbers of persons with their labels,
 * bracketed contacts, and an address in the same bracket as such a number. A bracket that would keep
 * only a short name or nothing is withheld whole.
 */
export function privateRanges(decoded: string, { at, end }: TextRange): TextRange[] {
  const text = decoded.slice(at, end);
  const brackets = contactBrackets(text);
  const numbers = privateNumbers(text).map((one) => withLabel(text, one));
  const wider = [...text.matchAll(/[(（][^()（）]*[)）]/gu)].flatMap(
    ({ index, 0: bracket }): PrivateSpan[] => {
      const first = firstIndex(numbers.length, (order) => (numbers[order]?.index ?? 0) >= index);
      const behind = firstIndex(
        numbers.length,
        (order) => (numbers[order]?.index ?? 0) >= index + bracket.length,
      );
      const own = numbers.slice(first, behind).filter((one) => isIn(one, { index, length: bracket.length }));
      if (own.length === 0) return [];
      const homes = [...bracket.matchAll(address)].map((home) => ({
        index: index + home.index,
        length: home[0].length,
      }));
      const isCut = insideOf(
        [...own, ...homes].map((one) => ({ at: one.index, end: one.index + one.length })),
      );
      const rest = Array.from(bracket).filter(
        (character, step) => /[\p{L}\p{N}]/u.test(character) && !isCut(index + step),
      );
      return rest.length <= 4 ? [{ index, length: bracket.length }] : homes;
    },
  );
  return disjoint([...brackets, ...wider, ...numbers])
    .map((one) => withoutBlanks(text, one))
    .map(({ index, length }) => ({ at: at + index, end: at + index + length }));
}

/** Withholds private data from publication, and says so. */
export function withholdPrivate(range: TextRange): Account {
  const text = '联系人、电话等个人信息不公开，已从正文中取出。';
  return combineAccounts([drop('private', range), report('private', range.at, text)]);
}

function withLabel(text: string, { index, length }: PrivateSpan): PrivateSpan {
  const named = label.exec(text.slice(Math.max(0, index - 24), index))?.[0] ?? '';
  // The first label in a bracket has no comma before it; see withoutBlanks for the comma after.
  return { index: index - named.length, length: length + named.length };
}

function isIn(inner: PrivateSpan, outer: PrivateSpan): boolean {
  return outer.index <= inner.index && inner.index + inner.length <= outer.index + outer.length;
}

/** The spans in order, with overlapping ones joined. */
function disjoint(parts: readonly PrivateSpan[]): PrivateSpan[] {
  const found: PrivateSpan[] = [];
  for (const part of [...parts].sort((a, b) => a.index - b.index || b.length - a.length)) {
    const last = found.at(-1);
    const stop = last ? last.index + last.length : 0;
    if (last && part.index < stop) last.length = Math.max(stop, part.index + part.length) - last.index;
    else found.push({ ...part });
  }
  return found;
}

/** A span with the comma that would begin the bracket, or with the white space that would end the text. */
function withoutBlanks(text: string, { index, length }: PrivateSpan): PrivateSpan {
  const lead = /[(（]/u.test(text.charAt(index - 1)) ? /^[,，、;；]/u.exec(text.slice(index + length)) : null;
  if (lead) return { index, length: length + 1 };
  if (text.slice(index + length).trim() !== '') return { index, length };
  const from = text.slice(0, index).trimEnd().length;
  return { index: from, length: text.length - from };
}
