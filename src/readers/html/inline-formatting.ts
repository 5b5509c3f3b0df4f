import type { Inline, Paragraph } from '../block.ts';

/**
 * Gathers the inline content of one paragraph after another as CSS lays it out: white space collapses, also
 * over element borders, and is dropped at the ends of a line. Where the source breaks a line between two Han
 * characters, which CSS Text 3 (4.1.3) shows without a space, stands a line tabulation, that the record tells it.
 */
export interface InlineFormatter {
  /** Adds text; `linked` when it stands in a link. */
  text: (text: string, style: { linked: boolean; preserved: boolean }) => void;
  /** Adds anything else that stands in the line. */
  put: (inline: Inline) => void;
  /** Asks for white space before what follows in the same line. */
  gap: (character: ' ' | '\t') => void;
  /** The text since the line began. */
  line: () => string;
  /** Whether a part of this line is a link. */
  hasLink: () => boolean;
  /** Ends the paragraph; undefined when it shows nothing and carries nothing. */
  end: () => { paragraph: Paragraph; linked: number } | undefined;
}

/** A line break of the source within Chinese text. */
const sourceWrap =
  /(?<=[\p{Script=Han}，。、；：？！”’》）〕])[ \t\r\f]*\n[ \t\n\r\f]*(?=[\p{Script=Han}，。、；：？！“‘《（〔])/gu;

/** No label of a header block is longer. */
const longestLine = 300;

/** Text marks by which editors part a letter into pages of a site. */
const pageBreak = /(#PAGE_BREAK#|_ueditor_page_break_tag_)/;

export function createInlineFormatter(): InlineFormatter {
  let inlines: Inline[] = [];
  // Only its beginning: a text that grows and is looked at in turn would be copied each time.
  let line = '';
  const grow = (text: string): void => {
    if (line.length < longestLine) line += text;
  };
  let pending: '' | ' ' | '\t' = '';
  let linked = 0;

  const write = (text: string): void => {
    if (text === '') return;
    if (line !== '' && pending !== '') {
      inlines.push(pending);
      grow(pending);
    }
    pending = '';
    inlines.push(text);
    grow(text);
  };
  const breakLine = (): void => {
    inlines.push({ type: 'break' });
    line = '';
    pending = '';
  };
  const writeCollapsed = (text: string): void => {
    const single = text.replace(sourceWrap, '\v').replace(/[ \t\n\r\f]+/g, ' ');
    if (single.startsWith(' ') && pending === '') pending = ' ';
    write(single.replace(/^ | $/g, ''));
    if (single.length > 1 && single.endsWith(' ')) pending = ' ';
  };

  return {
    text(text, { linked: isLinked, preserved }) {
      if (isLinked) linked += text.replace(/\s+/g, '').length;
      text.split(pageBreak).forEach((part, index) => {
        if (index % 2 === 1) {
          breakLine();
          inlines.push({ type: 'dropped', text: part, why: 'page-break' }, { type: 'break' });
        } else if (preserved) {
          part.split(/\r?\n/).forEach((piece, number) => {
            if (number > 0) breakLine();
            write(piece);
          });
        } else writeCollapsed(part);
      });
    },
    put(inline) {
      if (typeof inline === 'object' && inline.type === 'break') breakLine();
      else if (typeof inline === 'object' && inline.type === 'message') inlines.push(inline);
      else {
        if (line !== '' && pending !== '') inlines.push(pending);
        pending = '';
        inlines.push(inline);
      }
    },
    gap(character) {
      if (pending !== '\t') pending = character;
    },
    line: () => line,
    hasLink: () => linked > 0,
    end() {
      const ended = { paragraph: { type: 'paragraph' as const, inlines }, linked };
      inlines = [];
      line = '';
      pending = '';
      linked = 0;
      const shown = ended.paragraph.inlines.some((inline) =>
        typeof inline === 'string' ? inline.trim() !== '' : inline.type !== 'break',
      );
      return shown ? ended : undefined;
    },
  };
}
