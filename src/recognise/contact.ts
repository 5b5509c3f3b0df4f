import { readDate } from '../reply/calendar-date.ts';

const label =
  '(?:具体|承办|主管|分管|责任)?(?:联系人|经办人|承办人|办理人|责任人|负责人|领导人|联络人)(?:员)?(?:姓名)?|联系(?:电话|方式|单位|地址|部门)|联络电话|承办(?:单位|科室|部门)(?=.{0,12}(?:电话|联系))|(?:办公|咨询|固定)?电话|手机(?:号码?)?|邮政编码|邮编|电子邮箱|传真|通讯地址|通信地址|身份证号码?';
const contact = new RegExp(`^[(（]?(?:${label})(?:(?:及|和|与|、|/).{0,8}?)?[:：]`, 'u');
const blank = new RegExp(`^[(（]?(?:${label})(?:(?:及|和|与|、|/).{0,8}?)?$`, 'u');
const number = /^(?:\(?0\d{2,3}\)?[-—─–]?)?\d{7,8}$|^1[3-9]\d{9}$/u;
/** 经办科室:水政科 3320000: the section in charge, with a telephone number that has no label. */
const handler =
  /^\p{Script=Han}{0,6}(?:科室|股室|处室|部门|单位|领导|人员?):\p{Script=Han}{0,12}(?:0\d{2,3}-?)?\d{7,8}$/u;
const agencyOnly = /^联系(?:单位|部门):[^\d:]{2,40}$/u;

/**
 * Whether a line gives contacts: persons, telephones, postal addresses. Such lines are not published.
 * `联系单位` with only an agency is not private.
 *
 * @param text Without spaces, punctuation folded to ASCII.
 */
export function isContactLine(text: string): boolean {
  return (
    text.length < 90 &&
    !agencyOnly.test(text) &&
    (contact.test(text) || blank.test(text) || handler.test(text) || isTelephone(text))
  );
}

/** Whether a text is only a telephone number. Eight digits may be a date that lost its units instead. */
function isTelephone(text: string): boolean {
  return number.test(text) && readDate(text)?.length !== text.length;
}

/** Whether a line asks for or shows the signature of whoever approved the letter. */
export function isApprovalLine(text: string): boolean {
  return (
    /^(?:(?:分管|主管|主要)?领导(?:签[字发名]|署名)?(?=[:(])|领导签[字发名]|签发人?|签字|审签|审核人?|拟稿人?|校对|主要领导签字|单位负责人)[:(]?.{0,12}$/u.test(
      text,
    ) && text.length < 24
  );
}

/** Finds mobile telephone, identity and bank card (62…) numbers in running text. */
export function privateNumbers(text: string): { index: number; length: number }[] {
  const pattern =
    /(?<![\dA-Za-z])(?:1[3-9]\d(?:[ -]?\d{4}){2}|[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]|62\d{14,17})(?![\dA-Za-z])/gu;
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ index, length: match.length }));
}

/** Finds brackets in running text that name a contact person: `(联系人:…,电话:…)`. */
export function contactBrackets(text: string): { index: number; length: number }[] {
  return [...text.matchAll(/[(（]\s*(?:联系人|经办人|承办人|联系电话|电话)[^()（）]{0,60}[)）]?/gu)].map(
    ({ index, 0: match }) => ({ index, length: match.length }),
  );
}
