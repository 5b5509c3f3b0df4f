import type { Edit } from './record.ts';

/**
 * Applies logged edits to the decoded text.
 *
 * @throws RangeError when the edits are not in order, overlap or don't fit the text.
 */
export function applyEdits(decoded: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  for (const { at, before, after } of edits) {
    if (at < done || decoded.slice(at, at + before.length) !== before)
      throw new RangeError(`edit at ${at} does not fit the text`);
    text += decoded.slice(done, at) + after;
    done = at + before.length;
  }
  return text + decoded.slice(done);
}

/**
 * Takes logged edits back.
 *
 * @param applied What {@link applyEdits} gave.
 * @returns The decoded text.
 * @throws RangeError when the edits don't fit the text.
 */
export function revertEdits(applied: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  let shift = 0;
  for (const { at, before, after } of edits) {
    const here = at + shift;
    if (here < done || applied.slice(here, here + after.length) !== after)
      throw new RangeError(`edit at ${at} does not fit the text`);
    text += applied.slice(done, here) + before;
    done = here + after.length;
    shift += after.length - before.length;
  }
  return text + applied.slice(done);
}
