import { renderBlocks } from '../block-text.ts';
import type { Block, Inline, Paragraph } from '../block.ts';
import { withoutLayout } from '../layout-table.ts';
import { OpenFields } from '../word/field.ts';
import { artMessage, marginsMessage, noteBlocks, type WarnOnce } from '../word/story.ts';
import { opensLetter } from '../opens-letter.ts';
import { ReadError, type Elsewhere, type Reading } from '../reading.ts';
import { childAt, childrenOf, type XmlElement } from '../xml-tree.ts';
import { readNumberings } from './numbering.ts';
import { createListCounter } from '../word/list-counter.ts';
import { openPackage, type DocxPackage } from './package.ts';
import { readParagraph } from './paragraph.ts';
import { reportChanges } from './run.ts';
import { firstOf, switchAt } from './property.ts';
import { warnOnce, type StoryContext } from './story-context.ts';
import { readStyles } from './styles.ts';
import { readTable } from './table.ts';
import { selectBranch } from './alternate-content.ts';

/**
 * Reads a DOCX (ECMA-376, transitional and strict): the text as Word shows it with all tracked changes
 * accepted, with automatic numbers, text boxes after the paragraph that anchors them, and notes at the end as
 * `[1] …`. Page headers and footers are not part of the letter; a message quotes them. Images become
 * attachments. Document properties are ignored: they name a template more often than the letter.
 *
 * mammoth drops automatic 一、/（一） numbers and text boxes without a message, so half of this walk would be
 * needed before it anyway. A test compares both on typed documents.
 *
 * @throws ReadError `truncated`, `damaged`, `encrypted`, `zip-bomb`, `xml-…`, `missing-part`, `too-…`.
 */
export function readDocx(bytes: Uint8Array): Reading {
  return readPackage(openPackage(bytes));
}

/** Reads an open package, wherever its parts come from. */
export function readPackage(opened: DocxPackage): Reading {
  const styles = opened.parts('styles')[0]?.root;
  const numberings = readNumberings(opened.parts('numbering')[0]?.root, styles);
  const story: StoryContext = {
    package: opened,
    part: opened.document,
    styles: readStyles(styles),
    numberings,
    nextNumber: createListCounter(numberings),
    attachments: [],
    names: new Set(),
    fields: new OpenFields(),
    notes: new Map(),
    carried: [],
    warned: new Set(),
    paragraphStyle: {},
    shaded: false,
    readBlocks,
  };
  const body = childAt(opened.document.root, 'w:body');
  const blocks = body ? readBlocks(body, story) : [];
  if (story.carried.length > 0) blocks.push({ type: 'paragraph', inlines: story.carried.splice(0) });
  blocks.push(...readNotes(opened, story), reportMargins(opened, story));
  const text = renderBlocks(blocks);
  const elsewhere = story.warned.has('unread-part') && !opensLetter(text.decoded) ? embedded : undefined;
  if (elsewhere && !/\S/u.test(text.decoded)) throw new ReadError(elsewhere.code, elsewhere.text);
  return { format: 'docx', ...text, attachments: story.attachments, ...(elsewhere && { elsewhere }) };
}

const embedded: Elsewhere = {
  code: 'embedded-letter',
  text: '文档里没有答复的文字，正文是嵌入的另一个文件（altChunk）。请用 Word 打开，另存为 .docx 后再转换。',
};

function readBlocks(parent: XmlElement, story: StoryContext): Block[] {
  return childrenOf(parent).flatMap((child): Block[] => {
    switch (child.name) {
      case 'w:p':
        return readParagraph(child, story);
      case 'w:tbl':
        return withoutLayout(readTable(child, story));
      case 'w:sdt': {
        const content = childAt(child, 'w:sdtContent');
        return content && !switchAt(child, 'w:sdtPr', 'w:showingPlcHdr') ? readBlocks(content, story) : [];
      }
      case 'w:customXml':
      case 'w:smartTag':
      case 'w:ins':
      case 'w:moveTo':
        return readBlocks(child, story);
      case 'mc:AlternateContent': {
        const branch = selectBranch(child);
        return branch ? readBlocks(branch, story) : [];
      }
      case 'w:del':
      case 'w:moveFrom':
        return [paragraphOf(reportChanges(story))];
      case 'w:subDoc':
      case 'w:altChunk':
        return [
          paragraphOf(
            warnOnce(
              story,
              'unread-part',
              '文档里嵌入了另一个文件的内容，没有收入。请用 Word 打开，另存为 .docx 后再转换。',
            ),
          ),
        ];
      default:
        return [];
    }
  });
}

/** The notes by their numbers. A note may refer to another one. */
function readNotes(opened: DocxPackage, story: StoryContext): Block[] {
  const parts = { footnote: opened.parts('footnotes')[0], endnote: opened.parts('endnotes')[0] };
  const notes = {
    footnote: firstOf(childrenOf(parts.footnote?.root, 'w:footnote'), 'w:id'),
    endnote: firstOf(childrenOf(parts.endnote?.root, 'w:endnote'), 'w:id'),
  };
  const blocks: Block[] = [];
  for (const reference of story.notes.values()) {
    const part = parts[reference.kind];
    const note = notes[reference.kind].get(reference.id);
    if (!part || !note) continue;
    const inner = readBlocks(note, { ...story, part, fields: new OpenFields(), carried: [] });
    blocks.push(...noteBlocks(inner, reference.number));
  }
  return blocks;
}

/** A message that quotes headers and footers. */
function reportMargins(opened: DocxPackage, story: StoryContext): Paragraph {
  const parts = ['header', 'footer'].flatMap((type) => opened.parts(type));
  const stories = parts.map((part) =>
    readBlocks(part.root, {
      ...story,
      part,
      fields: new OpenFields(),
      carried: [],
      notes: new Map(),
      attachments: [],
      names: new Set<string>(),
      warned: new Set<string>(),
    }),
  );
  const warn: WarnOnce = (rule, text) => warnOnce(story, rule, text);
  const art = new Set(parts.flatMap(({ root }) => artIn(root)));
  const watermarks = [...art].flatMap(artMessage);
  return paragraphOf([...marginsMessage(stories, warn).inlines, ...watermarks]);
}

/** The texts of WordArt, by which Word draws watermarks. */
function artIn(root: XmlElement): string[] {
  const found: string[] = [];
  const left = [root];
  for (let element = left.pop(); element; element = left.pop()) {
    if (element.name === 'v:textpath') found.push(element.attributes.get('string') ?? '');
    for (const child of childrenOf(element)) left.push(child);
  }
  return found;
}

function paragraphOf(inlines: Inline[]): Paragraph {
  return { type: 'paragraph', inlines };
}
