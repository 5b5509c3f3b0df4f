import { readSalutation, type Salutation } from '../../reply/salutation.ts';
import type { Line } from '../lines.ts';
import type { View } from '../view.ts';

/** A salutation on a line, and the view of the line that its spans belong to. */
export interface SalutationLine {
  line: number;
  read: Salutation;
  view: View;
}

/** Names stand in the first part of a line. */
const longest = 600;

/** Reads the salutation of a line; spaces may separate its names (陈望舒 何知远代表) or pad one (李  青代表). */
export function salutationOf(line: Line, index: number): SalutationLine | undefined {
  const listed = namesApart(line.spaced);
  for (const view of listed.text === line.tight.text ? [line.tight] : [listed, line.tight]) {
    const read = readSalutation(view.text);
    if (read) return { line: index, read, view };
  }
  return undefined;
}

/** The view with a 、 for each space between two names, and without the other spaces. */
function namesApart(spaced: View): View {
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
    /(?:^|[ 、])(?:尊敬的)?\p{Script=Han}{2,4}$/u.test(before) &&
    /^(?!代表|委员|同志|等|常委|尊敬)\p{Script=Han}{2,3}(?:[ 、:,]|代表|委员|同志|等)/u.test(after)
  );
}
