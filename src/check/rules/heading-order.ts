import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { readNumeral } from '../../reply/numeral.ts';
import { positionsIn } from '../../reply/position.ts';

/** The levels of GB/T 9704: 一、 and below it （一）. */
const levels = [
  { depth: 2, pattern: /^(?<numeral>[一二三四五六七八九十百零〇]{1,5})、/u, write: (n: string) => `${n}、` },
  {
    depth: 3,
    pattern: /^[(（](?<numeral>[一二三四五六七八九十百零〇]{1,5})[)）]/u,
    write: (n: string) => `（${n}）`,
  },
] as const;

/** A heading or paragraph that begins with a numeral of a level. */
interface Numbered {
  offset: number;
  /** How many `#` it has; 0 for a paragraph. */
  marks: number;
  level: (typeof levels)[number];
  numeral: string;
  number: number;
}

/** Headings are as deep as their numerals say, and numerals follow each other: 一、二、三. */
export function headingOrder({ path, source, body, bodyAt }: LetterFile): Finding[] {
  const numbered = findNumbered(body);
  if (numbered.length === 0) return [];
  const positionOf = positionsIn(source);
  const warn = (offset: number, text: string, fix?: Finding['fix']): Finding =>
    warningAt(path, positionOf(bodyAt + offset), 'heading-order', text, fix);
  const findings: Finding[] = [];
  const last = new Map<number, Numbered>();
  for (const one of numbered) {
    const { offset, marks, level, numeral, number } = one;
    const written = level.write(numeral);
    if (marks > 0 && marks !== level.depth)
      findings.push(
        warn(
          offset,
          `“${written}”是${level.depth === 2 ? '一' : '二'}级标题，应写作 ${'#'.repeat(level.depth)}（现为 ${'#'.repeat(marks)}）。`,
          [{ at: bodyAt + offset, length: marks, text: '#'.repeat(level.depth) }],
        ),
      );
    const before = last.get(level.depth)?.number ?? 0;
    // A list within a paragraph, or an annex, begins again.
    if (number !== before + 1 && number !== 1)
      findings.push(
        warn(
          offset,
          before === 0
            ? `“${written}”之前没有“${level.write('一')}”。请对照原件，看是否漏了一段。`
            : `“${written}”接在“${level.write(last.get(level.depth)?.numeral ?? '')}”之后，序号不连续。请对照原件，看是否漏了一段或写错了序号。`,
        ),
      );
    last.set(level.depth, one);
    if (level.depth === 2) last.delete(3);
  }
  return findings;
}

function findNumbered(body: string): Numbered[] {
  const found: Numbered[] = [];
  for (const { index, 1: marks = '', 2: text = '' } of body.matchAll(
    /(?:(?<=^|\n\r?\n)|^(?=#))(#{0,6})[ \t]*([一二三四五六七八九十(（][^\n]*)/gmu,
  ))
    for (const level of levels) {
      const numeral = level.pattern.exec(text)?.groups?.numeral ?? '';
      const number = readNumeral(numeral);
      if (number !== undefined) found.push({ offset: index, marks: marks.length, level, numeral, number });
    }
  return found;
}
