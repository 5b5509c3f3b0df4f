import { attribute, elementsOf, parseDocument } from '../../readers/html/document.ts';
import { decodePage } from '../../readers/html/page-encoding.ts';
import type { Verdict } from '../watch-result.ts';
import type { LetterText } from './letter-text.ts';

/** What sites write on a page that stands for one that is gone, though they answer that all is well. */
const notFound =
  /(?:页面|网页|信息|文章|内容|文件|资源|栏目|稿件|新闻|链接).{0,6}(?:不存在|已?(?:被)?(?:删除|撤销|撤下|移除|下线|下架)|丢失|失效|未找到|找不到|无法(?:访问|显示|找到))|(?:找不到|没有找到|未找到|未能找到|无法找到).{0,12}(?:页|信息|内容|资源|文件|文章)|\b404\b|not\s*found|已下线/iu;

/** Pages of this kind are short, in characters. */
const shortPage = 1500;
/** A page that a script is to replace shows hardly anything, in characters. */
const barePage = 120;

/**
 * Says what has become of a letter that is not on its page any more.
 *
 * @param text What the page says; undefined where it has no text.
 * @param redirectedTo The address that was answered instead.
 */
export function describeMissing(
  bytes: Uint8Array,
  text: LetterText | undefined,
  redirectedTo: string | undefined,
): Verdict {
  const shown = text?.lines.map((line) => line.text).join('\n') ?? '';
  const { html } = decodePage(bytes);
  const isNotice = shown.length <= shortPage && notFound.test(`${titleOf(html)}\n${shown}`);
  if (redirectedTo !== undefined && !text?.isLetter)
    return vanished(isNotice ? '转到了一个“页面不存在”一类的网页' : '转到了别的网页，那里没有这件答复');
  if (isNotice) return vanished('网页说它已不存在（服务器却回答正常）');
  if (isScripted(html) && shown.replace(/\s/gu, '').length < barePage)
    return {
      status: 'incomparable',
      reason: '网页的内容由脚本载入，也可能是防护页，程序看不到，请在浏览器里打开核对',
    };
  if (shown.trim() === '') return vanished('网页是空的');
  return { status: 'replaced', reason: '网页还在，但上面已不是这件答复', received: bytes };
}

function vanished(reason: string): Verdict {
  return { status: 'vanished', reason };
}

function titleOf(html: string): string {
  return /<title[^>]*>([^<]{0,400})/iu.exec(html)?.[1] ?? '';
}

function isScripted(html: string): boolean {
  return [...elementsOf(parseDocument(html))].some(
    (element) =>
      element.tagName === 'script' &&
      (attribute(element, 'src') !== undefined || element.childNodes.length > 0),
  );
}
