import { isDocument, pictureFormat, pictureName } from '../../reply/original/format.ts';
import { nameAttachment } from '../attachment-name.ts';
import type { Inline } from '../block.ts';
import type { Attachment } from '../reading.ts';
import type { OcrWork } from '../scan/ocr-work.ts';
import { attribute, type Element } from './document.ts';
import { fileMessages } from './file-messages.ts';
import { documentExtension, embeddedBytes, fileName, isEmbedded, relativePath } from './file-reference.ts';

/**
 * Reads a file saved with the page by its relative path, with `/` between folders; undefined when there is
 * none.
 */
export type FileResolver = (path: string) => Uint8Array | undefined;

/** Where the files of a page come from. */
export interface FileSources {
  resolve?: FileResolver;
  /** A part of the file that the page is in, by what the page writes as its address. */
  part?: (reference: string) => Uint8Array | undefined;
  /** The address of the page, as the file states that it is in. */
  address?: string;
  /** Files that the editor supplied. Each replaces every reference with its file name. */
  given?: readonly Attachment[];
  /** The further pages of a letter whose first page is the received file, in order. */
  pages?: readonly Attachment[];
  /** What is given for the recognition of scanned pages. */
  ocr?: OcrWork;
}

/** Collects the images and files that a page shows or links to. */
export interface FileCollector {
  attachments: Attachment[];
  /** The image as an attachment, or the message that it did not come with the page. */
  image: (element: Element) => Inline[];
  /** The linked file as an attachment, or the message that it is missing; nothing for a link to a page. */
  link: (element: Element, attributeName?: string) => Inline[];
  /** The bytes of a file that came with the page or that the editor supplied. */
  bytesOf: (reference: string) => Uint8Array | undefined;
}

/** Pixels. Smaller images are file icons and spacers, which editors put beside links. */
const smallestImage = 40;

type Use = 'image' | 'attachment';

/** @param sources Without them only embedded images are collected; messages name all other files. */
export function createFileCollector({ resolve, part, given = [] }: FileSources): FileCollector {
  const attachments: Attachment[] = [];
  const taken = new Set<string>();
  const known = new Map<string, Inline[]>();
  const placedFiles = new Map<Attachment, Inline[]>();

  function keep(wish: string, bytes: Uint8Array): Inline[] {
    const name = nameAttachment(wish, taken);
    attachments.push({ name, bytes });
    return [{ type: 'attachment', name, text: '' }];
  }

  function suppliedAs(reference: string): Attachment | undefined {
    const wish = fileName(reference);
    return isEmbedded(reference) ? undefined : given.find((file) => sameName(file.name, wish));
  }

  function receivedAs(reference: string): Uint8Array | undefined {
    const path = relativePath(reference);
    return (
      embeddedBytes(reference) ?? part?.(reference) ?? (path === undefined ? undefined : resolve?.(path))
    );
  }

  function find(reference: string, use: Use): Inline[] {
    const wish = fileName(reference);
    const supplied = suppliedAs(reference);
    if (supplied) {
      const placed = placedFiles.get(supplied) ?? keep(supplied.name, supplied.bytes);
      placedFiles.set(supplied, placed);
      return use === 'image' && !pictureFormat(supplied.bytes, true)
        ? [...placed, fileMessages.invalid.image(wish)]
        : placed;
    }
    const bytes = receivedAs(reference);
    if (!bytes) return [fileMessages.missing[use](wish, reference)];
    if (use === 'image' ? !pictureFormat(bytes, true) : !isDocument(bytes))
      return [fileMessages.invalid[use](wish)];
    return keep(isEmbedded(reference) || /^cid:/i.test(reference) ? pictureName(wish, bytes) : wish, bytes);
  }

  function place(reference: string, use: Use): Inline[] {
    const before = known.get(`${use} ${reference}`);
    if (before) return before.filter((inline) => typeof inline === 'string' || inline.type !== 'message');
    const placed = find(reference, use);
    known.set(`${use} ${reference}`, placed);
    return placed;
  }

  return {
    attachments,
    bytesOf: (reference) => suppliedAs(reference)?.bytes ?? receivedAs(reference),
    image(element) {
      const reference = attribute(element, 'src')?.trim() ?? '';
      return reference === '' || isSmall(element) ? [] : place(reference, 'image');
    },
    link(element, attributeName = 'href') {
      const reference = attribute(element, attributeName)?.trim() ?? '';
      if (isEmbedded(reference)) return /^data:image\//i.test(reference) ? place(reference, 'image') : [];
      return documentExtension.test(fileName(reference)) ? place(reference, 'attachment') : [];
    },
  };
}

function isSmall(element: Element): boolean {
  return ['width', 'height'].some((side) => {
    const size = /^\s*(\d+)(?:px)?\s*$/.exec(attribute(element, side) ?? '')?.[1];
    return size !== undefined && Number(size) < smallestImage;
  });
}

function sameName(one: string, other: string): boolean {
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  return key(one) === key(other);
}
