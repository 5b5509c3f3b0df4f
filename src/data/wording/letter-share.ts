/**
 * Words a share of a letter's text: 62%. What rounds to all or nothing is said to be nearly that.
 *
 * @param share 0–1.
 */
export function formatShare(share: number): string {
  if (share === 1) return '全部';
  const percent = Math.round(share * 100);
  return percent === 100 ? '几乎全部' : percent === 0 ? '不到 1%' : `约 ${percent}%`;
}
