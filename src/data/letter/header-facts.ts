import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { Site } from '../../reply/site.ts';
import { formatDay } from '../wording/chinese-day.ts';
import { findPlace } from '../../reply/letter-place.ts';
import { findOutcomeMeaning } from './outcome.ts';

/** A line of a letter's header block. */
export interface HeaderFact {
  /** Label in the disclosure catalogue (政府信息公开目录). */
  label: string;
  value: string;
  /** The date as `yyyy-mm-dd`, if the value is one. */
  day?: string;
  /** What the value means, for those who do not work with such letters. */
  meaning?: string;
}

const roleMeanings = { 主办: '牵头办理，并答复提出人', 会办: '协助主办机关，只说本机关负责的部分' };

/**
 * Lists the header block of a letter in the order of the disclosure catalogue. What the letter does not state
 * is omitted.
 */
export function listHeaderFacts(letter: Frontmatter, scales: Site['outcomes']): HeaderFact[] {
  const meaning = findOutcomeMeaning(letter, scales);
  const outcome = letter.outcome && `${letter.outcome} 类${meaning === undefined ? '' : `（${meaning}）`}`;
  const { role } = letter;
  const facts: [
    label: string,
    value: string | undefined,
    day?: string | undefined,
    meaning?: string | undefined,
  ][] = [
    ['索引号', letter.indexNumber],
    ['分类', letter.categories?.join('；')],
    ['发文机关', letter.issuer],
    ['地区', describePlace(letter)],
    ['发文字号', letter.documentNumber],
    ['成文日期', letter.issuedOn && formatDay(letter.issuedOn), letter.issuedOn],
    ['发布日期', letter.publishedOn && formatDay(letter.publishedOn), letter.publishedOn],
    // The card of the proposal lists them, if there is one.
    ['主送', letter.proposal ? undefined : letter.recipients?.join('、')],
    ['办理类型', role, undefined, role && roleMeanings[role]],
    [
      '办理结果',
      outcome,
      undefined,
      meaning === undefined ? '由答复机关标注，各地含义不同' : '由答复机关标注',
    ],
    ['公开方式', letter.disclosure],
  ];
  return facts.flatMap(([label, value, day, explained]) =>
    value ? [{ label, value, ...(day && { day }), ...(explained && { meaning: explained }) }] : [],
  );
}

/** 青岚市（据发文机关推定）: a place that the letter does not state is marked. */
function describePlace(letter: Frontmatter): string | undefined {
  const place = findPlace(letter);
  return place?.source === '推定' ? `${place.name}（据发文机关推定）` : place?.name;
}
