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

/** The depth of a heading that is a paragraph: by its ordinal, as converted headings have it. */
export function depthOf(folded: string): number {
  const ordinal = ordinalAt(folded);
  return (ordinal && depths[ordinal.style]) ?? 2;
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
