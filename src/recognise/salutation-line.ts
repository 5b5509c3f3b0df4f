import { isPerson } from '../reply/recipients.ts';
import { readSalutation, readSalutationByPlace, type Salutation } from '../reply/salutation.ts';
import type { Line } from './lines.ts';
import type { FoldedText } from '../normalise/folded-text.ts';
import { isBoilerplate } from './boilerplate.ts';

/** A salutation, and the folded text that its spans belong to. */
export interface SalutationLine {
  /** Indices of its first and last line; a list of names may take several. */
  first: number;
  last: number;
  read: Salutation;
  folded: FoldedText;
}

/** Spaces are taken for separators of names only in so many characters of a line. */
const longest = 600;

/** The most lines that a list of names takes above or below a given line. */
const mostLines = 12;

/**
 * Reads the salutation that the line `index` belongs to. Spaces may separate its names (陈望舒 何知远代表)
 * or pad one (李  青代表), and a line that ends in 、 continues in the next.
 *
 * @param read The grammar of a salutation: by its form alone, or also by its position above an opening.
 */
export function salutationOf(
  lines: readonly Line[],
  index: number,
  read: typeof readSalutation = readSalutation,
): SalutationLine | undefined {
  const [first, last] = linesOfList(lines, index);
  const list = lines.slice(first, last + 1);
  const tight = joined(list.map((line) => line.tight));
  const listed = namesApart(joined(list.map((line) => line.spaced)));
  for (const folded of listed.text === tight.text ? [tight] : [listed, tight]) {
    const found = read(folded.text);
    if (found) return { first, last, read: found, folded };
  }
  return undefined;
}

/** Reads the line `index` as a salutation because of its position above the opening. */
export function salutationByPlace(lines: readonly Line[], index: number): SalutationLine | undefined {
  return salutationOf(lines, index, readSalutationByPlace);
}

/** Lines as one text. Between names that a line break alone separates there is a 、 without width. */
function joined(parts: readonly FoldedText[]): FoldedText {
  return parts.reduce((before, part) => {
    const apart = /[、,]$/u.test(before.text) ? [] : [before.ends.at(-1) ?? 0];
    return {
      text: `${before.text}${apart.length > 0 ? '、' : ''}${part.text}`,
      starts: [...before.starts, ...apart, ...part.starts],
      ends: [...before.ends, ...apart, ...part.ends],
    };
  });
}

/** The first and last line of a list of names that is broken after its commas. */
function linesOfList(lines: readonly Line[], index: number): [number, number] {
  const goesOn = (at: number) => {
    const text = lines[at]?.tight.text ?? '';
    return (
      text.length <= 60 &&
      /[\p{Script=Han})][、,]$/u.test(text) &&
      !/[:。;]/u.test(text) &&
      !isBoilerplate(text)
    );
  };
  const isList = (at: number) => {
    const [line, next] = [lines[at], lines[at + 1]];
    const follows = next !== undefined && next.number - (line?.lastNumber ?? next.number) === 1;
    return follows && isListOfPersons(line?.spaced.text ?? '');
  };
  let [from, to] = [index, index];
  while ((goesOn(from - 1) || isList(from - 1)) && index - from < mostLines) from -= 1;
  while ((goesOn(to) || isList(to)) && to + 1 < lines.length && to - index < mostLines) to += 1;
  return [from, to];
}

/** Whether a line is nothing but the names of two or more persons: 陈望舒、何知远, 陈望舒 何知远. */
function isListOfPersons(text: string): boolean {
  if (text.length > 60 || !/^[\p{Script=Han}、 ·]+$/u.test(text)) return false;
  const names = text.split(/[、 ]+/u).filter((name) => name !== '');
  return names.length > 1 && names.every((name) => /^\p{Script=Han}{2,4}$/u.test(name) && isPerson(name));
}

/** The folded text with a 、 for each space between two names and without other spaces. */
function namesApart(spaced: FoldedText): FoldedText {
  const kept: number[] = [];
  let text = '';
  for (let at = 0; at < spaced.text.length; at += 1) {
    const character = spaced.text.charAt(at);
    const separates =
      character === ' ' &&
      at < longest &&
      separatesNames(spaced.text.slice(0, at), spaced.text.slice(at + 1, at + 8));
    if (character === ' ' && !separates) continue;
    text += separates ? '、' : character;
    kept.push(at);
  }
  return {
    text,
    starts: kept.map((at) => spaced.starts[at] ?? 0),
    ends: kept.map((at) => spaced.ends[at] ?? 0),
  };
}

function separatesNames(before: string, after: string): boolean {
  return (
    /(?:^|[ 、])(?:尊敬的)?(?:\p{Script=Han}{2,4}|\p{Script=Han} \p{Script=Han})$/u.test(before) &&
    /^(?!代表|委员|同志|等|常委|尊敬)(?:\p{Script=Han}{2,3}|\p{Script=Han} \p{Script=Han})(?:[ 、:,]|代表|委员|同志|等)/u.test(
      after,
    )
  );
}
