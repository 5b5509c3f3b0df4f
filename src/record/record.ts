import type { Frontmatter } from '../reply/frontmatter.ts';
import type { MessageCode, MessageLevel } from './message-codes.ts';

/** One logged difference between the decoded text and the published letter. */
export interface Edit {
  /** Stable code of the rule that made it, such as `han-space`. */
  rule: string;
  /** 1 automatic, 2 by profile, 3 suggested and confirmed by an editor. */
  tier: 1 | 2 | 3;
  /** Offset in `decoded`, in UTF-16 code units. */
  at: number;
  before: string;
  after: string;
  /** For a suggestion that an editor confirmed. */
  accepted?: Acceptance;
}

/** Who confirmed, where the editor's name is known, and on which day (`yyyy-mm-dd`). */
export interface Acceptance {
  by?: string;
  on: string;
}

/** A range of the decoded text that is not published, and why (`label`, `site-chrome`, …). */
export interface Dropped {
  at: number;
  length: number;
  why: string;
}

/** Something that an editor should know or confirm. Lines and columns of `decoded` count from 1. */
export interface Message {
  level: MessageLevel;
  rule: MessageCode;
  line: number;
  column: number;
  text: string;
  suggestion?: string;
}

/** A file that came inside or beside the received one and is kept beside the original. */
export interface AttachmentRecord {
  name: string;
  sha256: string;
  /** Its size. */
  bytes: number;
  /** The name under which an editor supplied it, so that another conversion keeps it. */
  given?: string;
}

/** Where a page of a scan begins in the decoded text. */
export interface PageRecord {
  /** The attachment that it is in; absent for the received file itself. */
  name?: string;
  /** Its number in that file, from 1. */
  number: number;
  at: number;
}

/** A picture of characters that OCR was not sure of, which is kept beside the original. */
export interface DoubtRecord {
  /** `doubts/<page>-<number>.png` */
  name: string;
  sha256: string;
  /** Its size. */
  bytes: number;
  /** The characters in `decoded`. */
  at: number;
  length: number;
  /** The number of their page, from 1. */
  page: number;
  /** What a second engine read here, where it differs. */
  rival?: string;
}

/** The decoded text and every recorded difference between it and the published letter. */
export type RecordedText = Pick<ConversionRecord, 'decoded' | 'edits' | 'dropped' | 'lacking'>;

/** The whole record of a conversion: what `dafu convert --json` prints, one object a line. */
export interface ConversionRecord {
  file: string;
  format: string;
  encoding?: string;
  /** SHA-256 of the received bytes. */
  sha256: string;
  /** The reader's text, whole. */
  decoded: string;
  frontmatter: Partial<Frontmatter>;
  /** Markdown; images of the letter are addressed by the name of their attachment. */
  body: string;
  /** Sorted by `at`, not overlapping each other or `dropped`. */
  edits: Edit[];
  dropped: Dropped[];
  /** Absent when there are none. */
  attachments?: AttachmentRecord[];
  /** Of a scan with more than one page. */
  pages?: PageRecord[];
  /** Of a scan; absent when nothing is in doubt. */
  doubts?: DoubtRecord[];
  messages: Message[];
  /** Of a letter that was written as a draft: the fields that its file does not state, which an editor is to fill in. */
  lacking?: string[];
}
