/** 自治区 and its like first, or 西藏自治区 would end at its 区; then whole names before those of one character (单县, 城区). */
const place =
  /^(?:[^\P{Script=Han}和与及]{2,8}?(?:自治[区州县]|特别行政区)|[^\P{Script=Han}和与及]{2,4}?(?:省|市|地区|(?<![联同])盟)|[^\P{Script=Han}和与及]{1,4}?(?:县|(?<!国)旗|(?<![社校园景辖特])区(?![域块划])|州))/u;

/**
 * The place that an agency's name begins with: 云岭省 of 云岭省发展和改革委员会, 石榴县 of 石榴县水利局.
 * Only the first one: 云岭省 of 云岭省青岚市教育局.
 *
 * @returns undefined when the name begins with none, or with a bare level (省教育厅).
 */
export function agencyPlace(issuer: string): string | undefined {
  if (/^(?:中国|全国|国家)/u.test(issuer)) return undefined;
  const found = place.exec(issuer)?.[0];
  return found === issuer ? undefined : found;
}
