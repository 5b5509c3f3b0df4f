import type { ReadErrorCode } from '../record/message-codes.ts';
import type { Message } from '../record/record.ts';

/**
 * What a reader knows of a range of its text: what the format says, or in a plain text the shape of a
 * table. The recognisers take it as evidence.
 */
export interface Mark {
  /** Offset in `decoded`, in UTF-16 code units. */
  at: number;
  length: number;
  kind:
    /** A heading by style or tag, with its depth. */
    | { type: 'heading'; depth: number }
    /** A label–value line made from the document's metadata, not from its visible text. */
    | { type: 'metadata' }
    /** Text that is none of the letter's: navigation, page numbers, headers and footers. */
    | { type: 'dropped'; why: string }
    /** A number that the word processor made (自动编号), now a part of the text. */
    | { type: 'numbering' }
    /** A table: its cells are ranges of `decoded` too, row by row. */
    | { type: 'table'; rows: TableCell[][] }
    /** An image or attachment that stands here; `name` is one of `attachments`. */
    | { type: 'attachment'; name: string };
}

export interface TableCell {
  at: number;
  length: number;
  colspan: number;
  rowspan: number;
  header: boolean;
}

/** A file inside or beside the letter: an image, an annex. Names are plain file names, made safe. */
export interface Attachment {
  name: string;
  bytes: Uint8Array;
  /** An editor gave it on purpose: it is kept wherever the letter refers to it, and where it does not. */
  given?: true;
}

/** What a reader makes of the received bytes. */
export interface Reading {
  /** `txt`, `html`, `docx`, `doc`, `pdf`, `scan`, `ofd`. */
  format: string;
  /** Character encoding, where the format leaves a choice. */
  encoding?: string;
  /** The reader's text, whole: one line a paragraph, table cells separated by tabs, a row a line. */
  decoded: string;
  /** Sorted by `at`; ranges nest or are disjoint. */
  marks: Mark[];
  attachments: Attachment[];
  messages: Message[];
}

/**
 * The received bytes cannot be read. `code` is stable (`encrypted`, `zip-bomb`, `truncated`,
 * `missing-program`…); the message says in Chinese what was found and what to do.
 */
export class ReadError extends Error {
  readonly code: ReadErrorCode;
  constructor(code: ReadErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
