import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { positionsIn } from '../../reply/position.ts';

/** What says nothing that a reader of the page would notice, or what Markdown writes in a plainer way. */
const needless = new Map([
  ['div', '请删去标签，只留文字'],
  ['span', '请删去标签，只留文字'],
  ['strong', '加粗请写作 **文字**'],
  ['h1', '标题请写作 ## 一、'],
  ['h2', '标题请写作 ## 一、'],
  ['h3', '标题请写作 ### （一）'],
  ['h4', '标题请写作 ### （一）'],
  ['img', '图片请写作 ![说明](地址)'],
]);

/** A letter has no HTML but what Markdown cannot write, such as tables with merged cells. */
export async function rawHtml({ path, source, body, bodyAt }: LetterFile): Promise<Finding[]> {
  if (!body.includes('<')) return [];
  // Loaded when needed: few letters have any.
  const { letterHtml } = await import('../../markdown/sanitising.ts');
  const published = new Set(letterHtml.tagNames);
  const positionOf = positionsIn(source);
  return [...body.matchAll(/(?<!\\)<(?<name>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]{0,2000}>/gu)].flatMap(
    ({ index, 0: tag, groups }): Finding[] => {
      const name = (groups?.name ?? '').toLowerCase();
      const at = positionOf(bodyAt + index);
      const dropped = /\s(?<attribute>on[a-z]+|style|class|id)\s*=/iu.exec(tag)?.groups?.attribute;
      const advice = published.has(name)
        ? dropped === undefined
          ? needless.get(name)
          : `属性 ${dropped} 会被去掉，请删去`
        : '网页上不会有：标签会被去掉，里面的文字可能也一起去掉。请删去标签，保留文字';
      if (advice === undefined) return [];
      // No error: pages show nothing of it that could do harm, and a whole archive must not wait for one letter.
      return [warningAt(path, at, 'raw-html', `正文里有 HTML 标签 <${name}>，${advice}。`)];
    },
  );
}
