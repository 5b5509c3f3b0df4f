import { detectFormat } from '../format.ts';
import { ReadError } from '../reading.ts';

/** What a file in a container may be: a document, a picture of a page, a page of text, or none of these. */
export type FileKind = 'document' | 'picture' | 'text' | 'other';

/** By the bytes; a plain text also has to have the name of one. */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  try {
    switch (detectFormat(bytes)) {
      case 'pdf':
      case 'docx':
      case 'doc':
      case 'rtf':
      case 'word-xml':
      case 'ofd':
      case 'html':
      case 'mhtml':
        return 'document';
      case 'image':
        return 'picture';
      case 'txt':
        return /\.(?:txt|text|md)$/i.test(name) ? 'text' : 'other';
      default:
        return 'other';
    }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return 'other';
  }
}
