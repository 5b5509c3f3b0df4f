import type { MessageCode } from '../../record/message-codes.ts';
import { attachmentName } from '../attachment-name.ts';
import type { Block, Inline } from '../block.ts';
import type { Attachment } from '../reading.ts';
import type { OpenFields } from '../fields.ts';
import type { XmlElement } from '../xml-tree.ts';
import type { DocxPackage, Part } from './package.ts';
import type { Styles } from './styles.ts';
import type { createNumberer } from './numberer.ts';
import type { Numbering } from './numbering.ts';

/** What the walk over one part of a document knows and gathers. */
export interface Story {
  package: DocxPackage;
  part: Part;
  styles: Styles;
  numberings: ReadonlyMap<number, Numbering>;
  nextNumber: ReturnType<typeof createNumberer>;
  attachments: Attachment[];
  /** The names of the attachments, in lower case. */
  names: Set<string>;
  /** Fields that are open at this point. */
  fields: OpenFields;
  /** Notes referred to so far, by kind and id, in the order of their numbers. */
  notes: Map<string, NoteReference>;
  /** What a paragraph whose mark was deleted leaves to the next one. */
  carried: Inline[];
  /** Rules of the messages that were given: one of a kind is enough. */
  told: Set<string>;
  readBlocks: (element: XmlElement, story: Story) => Block[];
}

/** A note that the text refers to. */
export interface NoteReference {
  kind: 'footnote' | 'endnote';
  id: string;
  /** As shown, from 1. */
  number: number;
}

/** A message at this place, the first time only. */
export function tell(story: Story, rule: MessageCode, text: string): Inline[] {
  if (story.told.has(rule)) return [];
  story.told.add(rule);
  return [{ type: 'message', message: { level: 'warning', rule, text } }];
}

const metafile = /\.(?:emf|wmf|emz|wmz)$/i;

/** The image of a relationship as an attachment that stands here, or the message that it is not inside. */
export function imageOf(story: Story, id: string | undefined): Inline[] {
  const relation = id === undefined ? undefined : story.part.relations.get(id);
  if (!relation) return [];
  const bytes = relation.external ? undefined : story.package.read(relation.target);
  if (!bytes)
    return tell(
      story,
      'image-missing',
      '文档里有图片没有存在文件中（只有链接）。请用办公软件打开，把图片嵌入后另存。',
    );
  const name = attachmentName(relation.target, story.names);
  story.attachments.push({ name, bytes });
  return [
    { type: 'attachment', name, text: '' },
    ...(metafile.test(name)
      ? tell(story, 'image-format', `图片“${name}”是 Windows 图元文件，浏览器不能显示。请另存为 PNG 后替换。`)
      : []),
  ];
}

/** The branch of an alternative (ECMA-376 part 3) that this reader understands; only one counts. */
export function branchOf(alternative: XmlElement): XmlElement | undefined {
  const branches = alternative.children.filter((child) => typeof child !== 'string');
  const known = branches.find(
    (branch) =>
      branch.name === 'mc:Choice' &&
      (branch.attributes.get('Requires') ?? '')
        .split(/\s+/)
        .every((prefix) => /^(?:wp[scgi]|w1[0-9]\w*|a14|wp14)$/.test(prefix)),
  );
  return known ?? branches.find(({ name }) => name === 'mc:Fallback') ?? branches[0];
}
