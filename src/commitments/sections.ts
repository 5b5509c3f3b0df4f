import { isNestedIn, ordinalAt, type OrdinalStyle } from './ordinals.ts';

/** A part of a letter whose sentences are of the future: below a heading (下一步打算) or a lead-in (…以下工作：). */
export type Section =
  | { kind: 'heading'; depth: number }
  /** The list below a lead-in; its style is that of its first item. */
  | { kind: 'list'; style?: OrdinalStyle; afterTitle: boolean; colon: boolean };

const depths: Partial<Record<OrdinalStyle, number>> = {
  numeral: 2,
  bracketed: 3,
  digit: 4,
  'bracketed-digit': 5,
};

/** The depth of a paragraph as a heading: by its ordinal, as converted headings have it; 一是 counts within a text. */
export function depthOf(folded: string): number {
  const ordinal = ordinalAt(folded);
  return ordinal ? (depths[ordinal.style] ?? 6) : 2;
}

/** A paragraph at which every section ends: thanks, courtesies, how to reach the office. */
export function isClosing(folded: string): boolean {
  return /^(?:最后，?|再次|衷心|十分|非常|诚挚|真诚|诚恳|特此|以上(?:答复|意见|是)|此致|敬礼|专此|此复|联系(?:人|单位|电话)|附件|感谢|谢谢|顺祝|祝)/u.test(
    folded,
  );
}

/** The section in which a paragraph is, given the one before it: undefined where that has ended. */
export function continueList(
  section: Section & { kind: 'list' },
  folded: string,
  isTitle: boolean,
): Section | undefined {
  const ordinal = ordinalAt(folded);
  if (!ordinal) {
    if (section.afterTitle) return { ...section, afterTitle: isTitle };
    return section.style === undefined && section.colon
      ? { ...section, colon: false, afterTitle: false }
      : undefined;
  }
  if (section.style === undefined) return { ...section, style: ordinal.style, afterTitle: isTitle };
  if (ordinal.style === section.style || isNestedIn(ordinal.style, section.style))
    return { ...section, afterTitle: isTitle };
  return undefined;
}

/** Whether a sentence in a section is of the future: in a list that no colon opens, from its first item on. */
export function covers(section: Section | undefined, folded: string): boolean {
  if (section?.kind !== 'list') return section !== undefined;
  return section.style !== undefined || section.colon || ordinalAt(folded) !== undefined;
}

/** The section once a sentence in it is read: the first item of a list says how its items are counted. */
export function withItem(section: Section | undefined, folded: string): Section | undefined {
  if (section?.kind !== 'list' || section.style !== undefined) return section;
  const ordinal = ordinalAt(folded);
  return ordinal ? { ...section, style: ordinal.style } : section;
}

const futureHeading =
  /^(?:下一?步|下一?阶段|今后|未来|接下来|后续|后期|下半年|明年|来年|20\d\d年).{0,20}(?:工作|计划|打算|安排|措施|举措|思路|重点|规划|任务|方向|目标|建议|考虑|做法|设想|构想|推进)|(?:下一?步|下一?阶段|今后|后续)(?:的?(?:工作|计划|打算|安排|措施|举措|思路|重点|规划))?$|^(?:工作|整改|办理)?(?:打算|下步)|(?:工作|办理)?(?:打算|设想)$/u;
const mixedHeading = /现状|情况|成效|做法及|已开展|目前|存在/u;

/** Whether a heading announces what will be done: 下一步工作打算. Without its numeral. */
export function isFutureHeading(heading: string): boolean {
  return heading.length <= 40 && futureHeading.test(heading) && !mixedHeading.test(heading);
}
