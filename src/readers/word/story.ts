import type { MessageCode } from '../../record/message-codes.ts';
import { renderBlocks } from '../block-text.ts';
import type { Block, Inline, Paragraph } from '../block.ts';

/** A warning at this place; nothing from the second time on. */
export type WarnOnce = (rule: MessageCode, text: string) => Inline[];

/** Warns once of each kind. */
export function createWarnings(): WarnOnce {
  const warned = new Set<string>();
  return (rule, text) => {
    if (warned.has(rule)) return [];
    warned.add(rule);
    return [{ type: 'message', message: { level: 'warning', rule, text } }];
  };
}

/** The text of a note, at the end of the letter under its number. */
export function noteBlocks([first, ...rest]: readonly Block[], number: number): Block[] {
  const mark: Inline = { type: 'numbering', text: `[${number}] ` };
  if (first?.type === 'paragraph') return [{ ...first, inlines: [mark, ...first.inlines] }, ...rest];
  return [{ type: 'paragraph', inlines: [mark] }, ...(first ? [first] : []), ...rest];
}

/** A message that quotes headers and footers with more than page numbers. */
export function marginsMessage(stories: readonly (readonly Block[])[], warnOnce: WarnOnce): Paragraph {
  const texts = stories.map((blocks) => renderBlocks(blocks).decoded.replace(/\s+/g, ' ').trim());
  const said = [...new Set(texts.filter((text) => /\p{Script=Han}{2}|\d{4}/u.test(text)))].join('；');
  const reported = `页眉页脚没有收入：“${said.slice(0, 80)}”。如属于答复，请补入正文。`;
  return { type: 'paragraph', inlines: said === '' ? [] : warnOnce('page-margins', reported) };
}

/** What the editor is reported of tracked changes. */
export const changesText = '文档里有修订痕迹：按“接受全部修订”读取，删去的文字没有收入。请核对是否定稿。';

/** What the editor is reported of hidden text. */
export const hiddenText = '文档里有隐藏文字，没有收入。如属于答复，请取消隐藏后再转换。';

/** What the editor is reported of a picture that only Windows shows. */
export function metafileText(name: string): string {
  return `图片“${name}”是 Windows 图元文件，浏览器不能显示。请另存为 PNG 后替换。`;
}

/** What the editor is reported of files inside a document. */
export const embeddedText = '文档里嵌有别的文件（如表格），只收入了它的预览图。请核对，必要时改为正文。';

/** What the editor is reported of formulas. */
export const formulaText = '文档里有公式，只按先后收入了其中的字符。请核对。';

/** What the editor is reported of comments. */
export const commentsText = '文档里有批注，没有收入。';

/** The message about text that is drawn as a picture, such as a watermark. */
export function artMessage(text: string): Inline[] {
  const written = text.replace(/\s+/gu, ' ').trim();
  if (written === '') return [];
  const reported = `文档里有艺术字或水印“${written.slice(0, 40)}”，没有收入。请核对它是不是答复的文字。`;
  return [{ type: 'message', message: { level: 'warning', rule: 'overlaid-text', text: reported } }];
}
