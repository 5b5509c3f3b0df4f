/**
 * Names of agencies (机关): who answers a proposal, and the bodies that proposals come from. Known by
 * their last character, as every Chinese administrative name is.
 */

const ending =
  /(?:局|厅|委|部|办|委员会|办公室|政府|院|会|中心|处|所|队|科|站|公司|集团|银行|分行|支行|学校|大学|署|社|馆|台|街道|园区|管委|联|海关|气象台|室|司|组|团|保护区|供电|邮政|总工会|烟草专卖)$/u;
const name = /^[\p{Script=Han}()（）、·]{2,40}$/u;
const notAName =
  /(?:答复|收悉|如下|提出|感谢|代表|委员|同志|附件|首页|网站|政府公报|办公厅文件|您|你|我们|版权所有|主办$|承办$|情况$|机构设置|机构职能|领导机构)/u;
const partyBody =
  /^(?:民革|民盟|民建|民进|农工党|致公党|九三|台盟|工商联|中国国民党革命委员会|中国民主|共青团|团|妇联|无党派|侨联)/u;

/**
 * Whether the whole of `text` can be the name of one agency.
 *
 * @param text Without spaces, in simplified script.
 */
export function isAgency(text: string): boolean {
  const bare = text.replace(/\((?:盖章|公章|印章|章)\)$/u, '');
  const head = bare.replace(/(?<=\p{Script=Han})\([^()]*\)$/u, '');
  return (
    name.test(bare) &&
    head.length >= 3 &&
    !bare.includes('、') &&
    !/^(?:关于|对于|就)/u.test(bare) &&
    !notAName.test(bare.replace(/委员会|代表资格|代表联络|代表工作/gu, '')) &&
    (ending.test(head) || ending.test(bare))
  );
}

/** Whether `text` is a bare township, 云溪镇, which may sign without 人民政府. */
export function isTownship(text: string): boolean {
  return /^\p{Script=Han}{2,6}[镇乡]$/u.test(text) && !notAName.test(text);
}

/** Whether `text` can be addressed as a body in a salutation: an agency, a party's branch, a group of deputies. */
export function isAddressedBody(text: string): boolean {
  return (
    isAgency(text) ||
    (/^[\p{Script=Han}()（）·、]{3,30}$/u.test(text) &&
      (partyBody.test(text) ||
        /(?:代表团|支部|界别|界|党组|专委会|活动组|联络组|小组|工委|区委|市委|县委|省委|州委|总支|基层委|政协|人大|常委会)$/u.test(
          text,
        )))
  );
}

/** A government or its web site's office, which headers often name instead of the agency that signed. */
export function isGovernment(text: string): boolean {
  return /(?:人民政府|政府|政府办公室|政府办公厅|政府办|政务公开办|政务服务.{0,8})$/u.test(text);
}

/**
 * Whether two names can be one agency, the shorter leaving out what the longer states:
 * 省发展改革委 and 吉林省发展改革委, 农业农村局 and 隆阳区农业农村局.
 */
export function isSameAgency(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.replace(/委员会$/u, '委'));
  if (one === undefined || other === undefined) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long === short || long.endsWith(short) || isAbbreviated(short, long);
}

/** Whether `long` contains the characters of `short` in order and both share their first or last character. */
function isAbbreviated(short: string, long: string): boolean {
  if (short.length < 4 || short.at(-1) !== long.at(-1)) return false;
  let at = -1;
  for (const character of short) {
    at = long.indexOf(character, at + 1);
    if (at === -1) return false;
  }
  return true;
}
