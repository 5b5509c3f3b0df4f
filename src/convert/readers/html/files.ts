import { attachmentName } from '../attachment-name.ts';
import type { Inline } from '../block.ts';
import type { Attachment } from '../reading.ts';
import { attribute, type Element } from './document.ts';

/** Reads a file beside the page by its relative path (`/` between folders); undefined when there is none. */
export type Resolve = (path: string) => Uint8Array | undefined;

/** Collects the images and files that a page shows or links to. */
export interface FileShelf {
  attachments: Attachment[];
  /** An image that stands here, or the message that it did not come with the page. */
  image: (element: Element) => Inline[];
  /** The file that a link leads to, or the message that it is missing; nothing for a link to a page. */
  link: (element: Element, attributeName?: string) => Inline[];
}

const documentName = /\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|zip|rar|7z|rtf|txt|csv|jpe?g|png|tiff?|bmp)$/i;
/** Icons of file types and spacers: editors put them beside links. */
const smallest = 40;

export function createFileShelf(resolve: Resolve | undefined): FileShelf {
  const attachments: Attachment[] = [];
  const taken = new Set<string>();
  const known = new Map<string, Inline[]>();

  function place(reference: string, missing: (name: string) => Inline[]): Inline[] {
    const before = known.get(reference);
    if (before) return before.filter((inline) => typeof inline === 'string' || inline.type !== 'message');
    const path = relativePath(reference);
    const bytes = embedded(reference) ?? (path === undefined ? undefined : resolve?.(path));
    const wish = fileName(reference);
    const placed: Inline[] = bytes
      ? [{ type: 'attachment', name: attachmentName(wish, taken), text: '' }]
      : missing(wish);
    const [first] = placed;
    if (bytes && typeof first === 'object' && first.type === 'attachment')
      attachments.push({ name: first.name, bytes });
    known.set(reference, placed);
    return placed;
  }

  return {
    attachments,
    image(element) {
      const reference = attribute(element, 'src')?.trim() ?? '';
      if (reference === '' || isSmall(element)) return [];
      return place(reference, (name) => [
        warning(
          'image-missing',
          `正文里的图片“${name}”没有随网页一起收到。请用浏览器“网页，全部”方式保存，或补上图片后再转换。`,
        ),
      ]);
    },
    link(element, attributeName = 'href') {
      const reference = attribute(element, attributeName)?.trim() ?? '';
      if (!documentName.test(fileName(reference))) return [];
      return place(reference, (name) => [
        warning(
          'attachment-missing',
          `附件“${name}”没有随网页一起收到（链接：${reference.slice(0, 200)}）。如需公开，请下载到网页旁边的同一路径后再转换。`,
        ),
      ]);
    },
  };
}

function warning(rule: string, text: string): Inline {
  return { type: 'message', message: { level: 'warning', rule, text } };
}

function isSmall(element: Element): boolean {
  return ['width', 'height'].some((side) => {
    const size = /^\s*(\d+)(?:px)?\s*$/.exec(attribute(element, side) ?? '')?.[1];
    return size !== undefined && Number(size) < smallest;
  });
}

/** The path that a reference takes from the page's own folder; nothing outside that folder. */
function relativePath(reference: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/]|#)/i.test(reference)) return undefined;
  const segments = decoded(reference.split(/[?#]/, 1)[0] ?? '')
    .split(/[\\/]/)
    .filter((part) => part !== '.' && part !== '');
  return segments.length === 0 || segments.includes('..') || segments.some((part) => part.includes('\0'))
    ? undefined
    : segments.join('/');
}

/** The name of the file: the path's last part, or the parameter of a download script that has one. */
function fileName(reference: string): string {
  const media = /^data:image\/([a-z]+)/i.exec(reference)?.[1];
  if (reference.startsWith('data:'))
    return `image.${media === undefined ? 'bin' : media.replace('jpeg', 'jpg')}`;
  const [path = '', query = ''] = reference.split(/[#]/, 1)[0]?.split('?', 2) ?? [];
  const parameter = query.split('&').map((pair) => decoded(pair.split('=').slice(1).join('=')));
  return parameter.find((value) => documentName.test(value)) ?? decoded(path).split(/[\\/]/).at(-1) ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function embedded(reference: string): Uint8Array | undefined {
  const parts = /^data:[^,]*?(;base64)?,(.*)$/is.exec(reference);
  if (!parts) return undefined;
  return parts[1] ? Buffer.from(parts[2] ?? '', 'base64') : Buffer.from(decoded(parts[2] ?? ''));
}
