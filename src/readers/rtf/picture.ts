import { nameAttachment } from '../attachment-name.ts';
import type { Inline } from '../block.ts';
import type { Attachment } from '../reading.ts';
import { metafileText, type WarnOnce } from '../word/story.ts';

/** A picture (`\pict`) as it is read. */
export interface PictureBuilder {
  control: (word: string) => void;
  /** Adds hexadecimal digits. */
  digits: (bytes: Uint8Array) => void;
  /** Adds bytes of `\bin`. */
  binary: (bytes: Uint8Array) => void;
  /** Ends it: an attachment, or the message that it cannot be kept. */
  end: (attachments: Attachment[], names: Set<string>, warnOnce: WarnOnce) => Inline[];
}

const extensions: ReadonlyMap<string, string> = new Map([
  ['pngblip', 'png'],
  ['jpegblip', 'jpg'],
  ['emfblip', 'emf'],
  ['wmetafile', 'wmf'],
]);
const others = new Set(['dibitmap', 'wbitmap', 'macpict', 'pmmetafile']);

export function createPicture(): PictureBuilder {
  let extension: string | undefined;
  const digits: string[] = [];
  const binary: Uint8Array[] = [];
  return {
    control(word) {
      extension = extensions.get(word) ?? (others.has(word) ? undefined : extension);
    },
    digits(bytes) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      digits.push(text.replace(/[^\da-f]/gi, ''));
    },
    binary(bytes) {
      binary.push(bytes);
    },
    end(attachments, names, warnOnce) {
      const bytes = Buffer.concat([...binary, Buffer.from(digits.join(''), 'hex')]);
      if (bytes.length === 0) return [];
      if (extension === undefined)
        return warnOnce(
          'image-missing',
          '文档里有图片的格式不能读取，没有收入。请用 Word 或 WPS 另存为 .docx 后再转换。',
        );
      const name = nameAttachment(`image${attachments.length + 1}.${extension}`, names);
      attachments.push({ name, bytes });
      return [
        { type: 'attachment', name, text: '' },
        ...(extension.endsWith('mf') ? warnOnce('image-format', metafileText(name)) : []),
      ];
    },
  };
}
