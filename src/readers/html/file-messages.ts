import type { MessageCode } from '../../record/message-codes.ts';
import type { Inline } from '../block.ts';

/** Messages about files that a page shows or links to and that are not kept. */
export const fileMessages = {
  /** The file did not come with the page. */
  missing: {
    image: (name: string): Inline =>
      warning(
        'image-missing',
        `正文里的图片“${name}”没有随网页一起收到。请用浏览器“网页，全部”方式保存，或用 --with 补上图片后再转换。`,
      ),
    attachment: (name: string, reference: string): Inline =>
      warning(
        'attachment-missing',
        `附件“${name}”没有随网页一起收到（链接：${reference.slice(0, 200)}）。如需公开，请下载后用 --with 补上再转换，例如 --with ${name}。`,
      ),
  },
  /** Its bytes are not what the page says. */
  invalid: {
    image: (name: string): Inline =>
      warning(
        'image-invalid',
        `正文里的图片“${name}”，内容不是 PNG、JPEG、GIF、WebP、BMP 或 TIFF 图片，没有收入。请向来源核实，或用 --with 补上图片后再转换。`,
      ),
    attachment: (name: string): Inline =>
      warning(
        'attachment-invalid',
        `附件“${name}”的内容不是文档、表格、图片或压缩包，没有收入。请核对；确要公开，请用 --with 补上再转换。`,
      ),
  },
};

function warning(rule: MessageCode, text: string): Inline {
  return { type: 'message', message: { level: 'warning', rule, text } };
}
