import type { ReadErrorCode } from '../record/message-codes.ts';
import type { Message } from '../record/record.ts';

/**
 * What a reader knows about a range of its text: what the format says or, in plain text, the shape of a
 * table. Recognisers take it as evidence.
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
    /** Text that is not part of the letter: navigation, page numbers, headers and footers. */
    | { type: 'dropped'; why: string }
    /** An automatic number of the word processor (自动编号), which became part of the text. */
    | { type: 'numbering' }
    /** A table; its cells are ranges of `decoded`, row by row. */
    | { type: 'table'; rows: TableCell[][] }
    /** The place of an image or attachment; `name` is one of `attachments`. */
    | { type: 'attachment'; name: string };
}

export interface TableCell {
  at: number;
  length: number;
  colspan: number;
  rowspan: number;
  header: boolean;
}

/** A file inside or beside the letter, such as an image or annex, under a safe plain file name. */
export interface Attachment {
  name: string;
  bytes: Uint8Array;
  /** The name under which an editor supplied it: then it is kept whether the letter refers to it or not. */
  given?: string;
}

/** Where a scanned page begins. */
export interface PageStart {
  /** The attachment that the page is in; absent for the received file itself. */
  name?: string;
  /** Its number in that file, from 1. */
  number: number;
  /** Offset in `decoded`, in UTF-16 code units. */
  at: number;
}

/** Characters that OCR was not certain of. */
export interface Doubt {
  /** Offset in `decoded`, in UTF-16 code units. */
  at: number;
  length: number;
  /** The number of its page, from 1. */
  page: number;
  /** What a second engine read here, where it differs. */
  rival?: string;
  /** What is there, as PNG: that part of the line; of each line where it is in several. */
  pictures: Uint8Array[];
}

/** The part of a reading that comes from its text. */
export type ReadingText = Pick<Reading, 'decoded' | 'marks' | 'messages'>;

/** What a reader returns for received bytes. */
export interface Reading {
  /** `txt`, `html`, `mhtml`, `docx`, `doc`, `rtf`, `word-xml`, `pdf`, `scan`, `ofd`, `email`, `zip`. */
  format: string;
  /** The character encoding, where the format leaves a choice. */
  encoding?: string;
  /** The whole text: a line per paragraph or table row, with tabs between cells. */
  decoded: string;
  /** Sorted by `at`; ranges nest or are disjoint. */
  marks: Mark[];
  attachments: Attachment[];
  messages: Message[];
  /** Of a scan with more than one page. */
  pages?: PageStart[];
  /** Of a scan; sorted by `at`. */
  doubts?: Doubt[];
  /** Where the letter may be, should this text hold none. */
  elsewhere?: Elsewhere;
  /** An editor wants the text as a draft even where no letter is found in it. */
  anyText?: true;
}

/** Why a file's text holds no letter: a code, and in Chinese where the letter may be and what to do. */
export interface Elsewhere {
  code: ReadErrorCode;
  text: string;
}

/**
 * Says that the received bytes cannot be read. `code` is stable (`encrypted`, `zip-bomb`, `truncated`,
 * `missing-program`…); the message says in Chinese what was found and what to do.
 */
export class ReadError extends Error {
  readonly code: ReadErrorCode;
  constructor(code: ReadErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
