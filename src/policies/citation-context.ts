/** Tests on the folded text around a title or a number. */

/** Before the title of the proposal that is answered: 您提出的, 张三委员在会上提交的第 3 号. */
const proposes =
  /(?:您|你|贵|委员|代表|代表团|支部|党派|民[革盟建进]|农工党|致公党|九三学社|台盟|工商联)[^。；！？《》]{0,40}(?:提出|提交|提|呈交|撰写)(?:了)?的?(?:第? ?[A-Z\d-]{1,10} ?号)?(?:提案|建议|议案|关于)?[“"，：]?$/u;
const numbered = /第? ?[A-Za-z\d-]{1,10} ?号?(?:提案|建议|议案)[，：、]?$/u;
/** After it: (第3号)收悉, 提案由我局主办. */
const answered =
  /^[”"]?(?:（[^（）]{0,30}）)?(?:[和及、]《[^《》]{1,80}》(?:（[^（）]{0,30}）)?)?(?:的?(?:提案|建议|议案)(?:（[^（）]{0,30}）)?)?，?(?:我们|我局|我委|我厅|我办)?(?:均?已?经?收悉|已?收到|已?交我|已转|由我[局委厅办]|已?悉)/u;
const numberAfter = /^[”"]?（?(?:第? ?[A-Za-z\d-]{1,10} ?号)?）?的?(?:提案|议案|建议案)/u;
/** Words that say that what they are followed by was issued or is to be followed. */
const issues =
  /(?:印发|出台|制定|制订|颁布|颁发|发布|下发|转发|公布|起草|编制|修订|修改|通过|施行|实施|按照|根据|对照|依据|依照|落实|贯彻|执行|遵照|遵守|符合|参照|编写|拟定|审议|报送|推行|推进|完善|》[、和及与]?)(?:了|的|实施|并实施|执行)?(?:[^。，；：！？《》]{0,14})?$/u;

/** Whether the text around a title says that it is that of the proposal. */
export function isProposed(before: string, after: string): boolean {
  return proposes.test(before) || numbered.test(before) || answered.test(after);
}

/** Whether the words after a title make it a proposal: 《…》（第152号）提案. */
export function isCalledProposal(after: string): boolean {
  return numberAfter.test(after);
}

/** Whether the text before a title says that it was issued, or is followed. */
export function isIssued(before: string): boolean {
  return issues.test(before);
}

const ours =
  /(?:^|[，。；：、\d年月日])[^。；，《》]{0,14}?(?:我|本|全)(?<level>省|市|县|区|州|盟|旗|自治区)[^。；，《》]{0,24}$/u;
const bodyOfLevel =
  /(?:^|[，。；：、日])(?:[\d年月日]{0,12}，?)?(?<level>省|市|县|区|州|盟|旗|自治区)(?:里|委|政府|人民政府|人大|[\p{Script=Han}]{1,10}?(?:局|厅|委|办))[^。；，《》]{0,20}(?:印发|出台|制定|制订|颁布|发布|下发)[^。；，《》]{0,6}$/u;

/**
 * The level of the body that the text before a title names as its issuer: 市 of 我市出台了《.
 *
 * @returns undefined when it names none, or one elsewhere.
 */
export function issuingLevel(before: string): string | undefined {
  if (/(?:国务院|国家|中央|全国|[部委]等)[^。；，《》]{0,20}$/u.test(before)) return undefined;
  const mine = ours.exec(before)?.groups?.level;
  if (
    mine !== undefined &&
    /(?:印发|出台|制定|制订|颁布|发布|下发|修订|起草|编制|实施)[^。；，《》]{0,6}$/u.test(before)
  )
    return mine;
  return bodyOfLevel.exec(before)?.groups?.level;
}

const sentenceEnd = /[。！？；!?]/u;
const around = 90;

/** The sentence around a place in a text; what is too long for a quotation is left out, which … says. */
export function sentenceAround(text: string, at: number, end: number): string {
  let from = at;
  while (from > 0 && at - from < around && !sentenceEnd.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < around && !sentenceEnd.test(text.charAt(to - 1))) to += 1;
  const cutBefore = from > 0 && !sentenceEnd.test(text.charAt(from - 1));
  const cutAfter = to < text.length && !sentenceEnd.test(text.charAt(to - 1));
  return `${cutBefore ? '…' : ''}${text.slice(from, to).trim()}${cutAfter ? '…' : ''}`;
}
