import { textLimits } from '../readers/text-limits.ts';
import { ReadError } from '../readers/reading.ts';

/**
 * Refuses a text that is too long to be one letter.
 *
 * @throws ReadError
 */
export function refuseHugeText(decoded: string): void {
  const advice = '不像一件答复。请确认是不是选错了文件，或把各件答复分开。';
  if (decoded.length > textLimits.text)
    throw new ReadError('too-large', `文字超过 ${textLimits.text / 10_000} 万字，${advice}`);
  for (let start = 0; start < decoded.length;) {
    const end = !decoded.includes('\n', start) ? decoded.length : decoded.indexOf('\n', start);
    if (end - start > textLimits.line)
      throw new ReadError('too-large', `有一行超过 ${textLimits.line / 10_000} 万字，${advice}`);
    start = end + 1;
  }
}
