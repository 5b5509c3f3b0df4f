import { readReplyTitle } from '../reply/reply-title.ts';

/** The beginning of a breadcrumb (您现在的位置：首页 > 政务公开 > …). */
const begins = /^(?:[您你]?(?:当前|现在|目前)?(?:所在|的)*位置是?:?)?(?:网站)?首页/u;
/** The names of sections that publish such letters. 政务公开办公室 is an agency instead. */
const section =
  /(?:政务公开|信息公开(?:目录|内容|平台|专栏)?|公开(?:目录|内容|专栏)|(?:建议|提案|议案)(?:办理|答复|回复|复文|公开|结果|情况|专栏|摘要)*|互动交流|专题专栏|公示公告|通知公告|重点领域|正文|(?:19|20)\d{2}年度?)(?!办|中心|科|处|局|股|委|领导|服务)/gu;
/** The longest breadcrumb, in characters. */
const longest = 160;

/** Whether a text begins like a breadcrumb. */
export function beginsWithBreadcrumb(text: string): boolean {
  return begins.test(text);
}

/** Whether all of a text is a breadcrumb that lost its separators. */
export function isBreadcrumb(text: string): boolean {
  return (
    text.length <= longest &&
    begins.test(text) &&
    [...text.matchAll(section)].some(({ index, 0: match }) => index + match.length === text.length)
  );
}

/**
 * The length of a breadcrumb that runs straight into a title. It ends with the name of a section, and the
 * text after it begins as titles do, with an agency, 关于 or 对. The last step of a breadcrumb, after a
 * separator, may repeat the title.
 *
 * @param text Without spaces, in simplified script, punctuation folded to ASCII.
 * @returns 0 when `text` begins with no such breadcrumb.
 */
export function breadcrumbLength(text: string): number {
  if (!begins.test(text)) return 0;
  const title = text.slice(0, longest + 140);
  const ends = [...title.matchAll(section)].map(({ index, 0: match }) => index + match.length);
  const last = ends.filter((end) => end <= longest && beginsTitle(title.slice(end))).at(-1);
  return last ?? 0;
}

/** Whether `text` begins with a title; other text may follow. */
function beginsTitle(text: string): boolean {
  const whole = /^[^。:>»]{0,120}?(?:提案|建议|议案|意见)[^。:>»]{0,24}?(?:答复|回复|复函|意见|函)/u.exec(
    text,
  )?.[0];
  const read = whole === undefined ? undefined : readReplyTitle(whole);
  return read !== undefined && (/^(?:关于|对)/u.test(text) || read.issuer?.index === 0);
}
