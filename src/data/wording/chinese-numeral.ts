const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/**
 * Formats a number from 1 to 99 as in the names of terms and sessions: 12 → 十二, 20 → 二十. Larger numbers,
 * which no assembly has reached, stay Arabic.
 */
export function formatChineseNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const tensPart = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return tensPart + (ones === 0 ? '' : (digits[ones] ?? ''));
}
