import { readReplyTitle } from '../reply/reply-title.ts';

/** A path on a page (您现在的位置：首页 > 政务公开 > …), by how it begins. */
const begins = /^(?:[您你]?(?:当前|现在|目前)?(?:所在|的)*位置是?:?)?(?:网站)?首页/u;
/** What the sections are called that such letters stand in; 政务公开办公室 is an agency. */
const section =
  /(?:政务公开|信息公开(?:目录|内容|平台|专栏)?|公开(?:目录|内容|专栏)|(?:建议|提案|议案)(?:办理|答复|回复|复文|公开|结果|情况|专栏|摘要)*|互动交流|专题专栏|公示公告|通知公告|重点领域|正文|(?:19|20)\d{2}年度?)(?!办|中心|科|处|局|股|委|领导|服务)/gu;
/** No path is longer. */
const longest = 160;

/** Whether a text begins like the path to a page. */
export function beginsWithBreadcrumb(text: string): boolean {
  return begins.test(text);
}

/** Whether the whole of a text is a path whose separators were lost. */
export function isBreadcrumb(text: string): boolean {
  return (
    text.length <= longest &&
    begins.test(text) &&
    [...text.matchAll(section)].some(({ index, 0: match }) => index + match.length === text.length)
  );
}

/**
 * How much of `text` is a path that runs straight into a title: it ends with the name of a section, and
 * what follows begins as titles do, with its agency, 关于 or 对. The title may be the path's own last step
 * behind a separator: that one only repeats it.
 *
 * @param text Without spaces, in simplified script, punctuation folded to ASCII.
 * @returns 0 when no such path begins it.
 */
export function breadcrumbLength(text: string): number {
  if (!begins.test(text)) return 0;
  const title = text.slice(0, longest + 140);
  const ends = [...title.matchAll(section)].map(({ index, 0: match }) => index + match.length);
  const last = ends.filter((end) => end <= longest && beginsTitle(title.slice(end))).at(-1);
  return last ?? 0;
}

/** Whether a title begins `text`; other text may stand behind it. */
function beginsTitle(text: string): boolean {
  const whole = /^[^。:>»]{0,120}?(?:提案|建议|议案|意见)[^。:>»]{0,24}?(?:答复|回复|复函|意见|函)/u.exec(
    text,
  )?.[0];
  const read = whole === undefined ? undefined : readReplyTitle(whole);
  return read !== undefined && (/^(?:关于|对)/u.test(text) || read.issuer?.index === 0);
}
