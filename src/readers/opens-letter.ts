import { isOpening } from '../reply/opening.ts';

/** Whether a line of a text opens a letter (…收悉，现答复如下). */
export function opensLetter(text: string): boolean {
  return text.split('\n').some((line) => isOpening(line.replace(/\s+/gu, '')));
}
