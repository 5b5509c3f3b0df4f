import type { MessageCode } from '../../record/message-codes.ts';
import type { Block, Inline } from '../block.ts';
import type { Attachment } from '../reading.ts';
import type { OpenFields } from '../word/field.ts';
import type { XmlElement } from '../xml-tree.ts';
import type { DocxPackage, PackagePart } from './package.ts';
import type { Style, Styles } from './styles.ts';
import type { createListCounter } from '../word/list-counter.ts';
import type { Numbering } from '../word/list-numbering.ts';

/** What the walk over one story of a document knows and collects. */
export interface StoryContext {
  package: DocxPackage;
  part: PackagePart;
  styles: Styles;
  numberings: ReadonlyMap<number, Numbering>;
  nextNumber: ReturnType<typeof createListCounter>;
  attachments: Attachment[];
  /** The names of the attachments, in lower case. */
  names: Set<string>;
  /** Fields open at this point. */
  fields: OpenFields;
  /** Notes referred to so far, by kind and id, in the order of their numbers. */
  notes: Map<string, NoteReference>;
  /** The content of a paragraph whose mark was deleted, for the next paragraph. */
  carried: Inline[];
  /** Rules of the warnings given so far: one of a kind is enough. */
  warned: Set<string>;
  /** The style of the paragraph that is being read. */
  paragraphStyle: Style;
  /** There may be a colour behind the text: that of a cell, of a paragraph or of a table's style. */
  shaded: boolean;
  readBlocks: (element: XmlElement, story: StoryContext) => Block[];
}

/** A note that the text refers to. */
interface NoteReference {
  kind: 'footnote' | 'endnote';
  id: string;
  /** As shown, from 1. */
  number: number;
}

/** A warning at this place; nothing from the second time on. */
export function warnOnce(story: StoryContext, rule: MessageCode, text: string): Inline[] {
  if (story.warned.has(rule)) return [];
  story.warned.add(rule);
  return [{ type: 'message', message: { level: 'warning', rule, text } }];
}
