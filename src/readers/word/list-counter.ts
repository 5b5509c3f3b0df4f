import { writeCounter } from '../counter-style.ts';
import type { Numbering, NumberingLevel } from './list-numbering.ts';
import { symbolText } from './symbol-font.ts';

/** The most characters of a number's text. Word writes no more than 31, and each paragraph repeats them. */
const longestNumber = 255;

/** The number that Word shows before a paragraph, with the space between it and the text. */
export interface ListNumber {
  text: string;
  /** Set when the counter style is unknown: the number is in Arabic digits. */
  unknownStyle?: string;
}

/**
 * Counts as Word does (ECMA-376 part 1, 17.9): numberings of one definition share counters, a level restarts
 * after a higher one, and an override restarts it once. Call it for each numbered paragraph in document
 * order; it returns undefined for a numbering or level that does not exist.
 */
export function createListCounter(
  numberings: ReadonlyMap<number, Numbering>,
): (id: number, level: number) => ListNumber | undefined {
  const counters = new Map<string, (number | undefined)[]>();
  const overridden = new Set<string>();

  return (id, index) => {
    const numbering = numberings.get(id);
    const level = numbering?.levels.get(index);
    if (!numbering || !level) return undefined;
    const counts = counters.get(numbering.definition) ?? [];
    counters.set(numbering.definition, counts);
    const override = numbering.overrides.get(index);
    const key = `${id}:${index}`;
    if (override !== undefined && !overridden.has(key)) {
      overridden.add(key);
      counts[index] = override;
    } else {
      const last = counts[index];
      counts[index] = last === undefined ? (override ?? level.start) : last + 1;
    }
    for (const [other, { restart }] of numbering.levels)
      if (other > index && (restart === undefined || index < restart)) counts[other] = undefined;
    return writeNumber(numbering, level, counts);
  };
}

function writeNumber(
  numbering: Numbering,
  level: NumberingLevel,
  counts: readonly (number | undefined)[],
): ListNumber {
  const pattern = level.text.slice(0, longestNumber);
  if (level.format === 'bullet') return { text: withSpace(symbolText(pattern, level.font), level) };
  let unknownStyle: string | undefined;
  const text = pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = numbering.levels.get(index);
    if (!other) return '';
    const count = counts[index] ?? numbering.overrides.get(index) ?? other.start;
    const style = level.legal && other.format !== 'none' ? 'decimal' : other.format;
    const written = writeCounter(count, style);
    if (written === undefined) unknownStyle = style;
    return written ?? String(count);
  });
  return { text: withSpace(text, level), ...(unknownStyle === undefined ? {} : { unknownStyle }) };
}

/** Adds the space after a number. */
function withSpace(text: string, { suffix }: NumberingLevel): string {
  return suffix === 'nothing' ? text : spacedNumber(text);
}

/** A number with its space: a tab after 一、 or （一） shows no gap; after 1 or 1. it does. */
export function spacedNumber(text: string): string {
  return text === '' || /[、．。，：；）〕】》]$/u.test(text) ? text : `${text} `;
}
