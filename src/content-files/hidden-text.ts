import { describeHidden, hiddenCharacters } from '../reply/hidden-character.ts';
import { positionsIn } from '../reply/position.ts';
import type { Position } from '../reply/position.ts';
import { errorAt, type Finding } from './finding.ts';

/** A damaged file may contain thousands; those beyond this number are only counted. */
const shown = 20;

/** The hidden characters that a text file contains literally. */
export function hiddenInSource(path: string, source: string): Finding[] {
  const all = hiddenCharacters(source).map(({ index, character }) => ({
    index,
    what: describeHidden(character),
  }));
  return findings(path, source, all, '肉眼看不见，却会改变文字的显示或含义。请删去。');
}

/** Names of entities for hidden characters (https://html.spec.whatwg.org/#named-character-references). */
const names: Record<string, string> = {
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
  ZeroWidthSpace: '\u200B',
  NegativeVeryThinSpace: '\u200B',
  NegativeThinSpace: '\u200B',
  NegativeMediumSpace: '\u200B',
  NegativeThickSpace: '\u200B',
  NoBreak: '\u2060',
  ApplyFunction: '\u2061',
  af: '\u2061',
  InvisibleTimes: '\u2062',
  it: '\u2062',
  InvisibleComma: '\u2063',
  ic: '\u2063',
};

/**
 * The hidden characters that Markdown writes as entities: `&#x202e;`, `&rlm;`. One after a backslash is
 * text, except in raw HTML: where there is any, no backslash counts.
 *
 * @param from Offset in `source` at which the Markdown begins.
 */
export function hiddenEntities(path: string, source: string, from: number): Finding[] {
  const body = source.slice(from);
  const escapes = !/<[A-Za-z!?/]/.test(body);
  const all = [...body.matchAll(/(\\*)&(?:#[xX]([\da-fA-F]+)|#(\d+)|([A-Za-z]+));?/g)].flatMap(
    ({ index, 0: whole, 1: slashes = '', 2: hex, 3: decimal, 4: name = '' }) => {
      if (escapes && slashes.length % 2 === 1) return [];
      const character = hex ? numbered(parseInt(hex, 16)) : decimal ? numbered(Number(decimal)) : names[name];
      const [found] = character === undefined ? [] : hiddenCharacters(`甲${character}乙`);
      if (!found) return [];
      const entity = whole.slice(slashes.length);
      return [
        { index: from + index + slashes.length, what: `${entity}（${describeHidden(found.character)}）` },
      ];
    },
  );
  return findings(path, source, all, '写成代码也不行：网页上肉眼看不见。请删去。');
}

/** The hidden characters in values, which YAML may write as escapes, at the place of each value. */
export function hiddenInValues(
  path: string,
  data: unknown,
  locate: (keys: readonly PropertyKey[]) => Position,
): Finding[] {
  return stringsIn(data, []).flatMap(({ keys, text }) => {
    const [first] = hiddenCharacters(text);
    if (!first) return [];
    const said = `${keys.join('.')} 含有${describeHidden(first.character)}，肉眼看不见，却会改变文字的显示或含义。请删去。`;
    return [errorAt(path, locate(keys), 'hidden-character', said)];
  });
}

function findings(
  path: string,
  source: string,
  all: readonly { index: number; what: string }[],
  remedy: string,
): Finding[] {
  const positionOf = positionsIn(source);
  return all.slice(0, shown).map(({ index, what }, at) => {
    const rest = at === shown - 1 && all.length > shown ? `（后面还有 ${all.length - shown} 处）` : '';
    return errorAt(path, positionOf(index), 'hidden-character', `${what}：${remedy}${rest}`);
  });
}

function numbered(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** All texts of a value and its keys, depth first. */
function stringsIn(
  value: unknown,
  keys: readonly PropertyKey[],
): { keys: readonly PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ keys, text: value }];
  if (Array.isArray(value)) return value.flatMap((inner, index) => stringsIn(inner, [...keys, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { keys: [...keys, key], text: key },
    ...stringsIn(inner, [...keys, key]),
  ]);
}
