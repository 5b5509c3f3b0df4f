/**
 * The shortest beginning that ends as a place does. 市 and 区 need two characters before them (城市管理局
 * is no place's), 州 must not be followed by its own levels (广州市), and no place's name contains 和, 与 or 及
 * (住房和城市建设局).
 */
const place =
  /^[^\P{Script=Han}和与及]{1,8}?(?:(?<=..)省|(?<=..)市(?!场)|地区|(?<=..)(?<![联同])盟|县|(?<!国)旗|(?<![社校园景辖特])区(?![域块划])|州(?![省市区县]))/u;

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
