import type { Inline, Paragraph } from '../block.ts';

/**
 * Collects the inline content of one paragraph after another as CSS lays it out: white space collapses, even
 * across elements, and disappears at the ends of a line. A source line break between two Han characters,
 * which CSS Text 3 (4.1.3) renders as nothing, becomes a vertical tab, so that the record shows it.
 */
export interface InlineFormatter {
  /** Adds text; `linked` for text in a link. */
  text: (text: string, style: { linked: boolean; preserved: boolean }) => void;
  /** Adds other inline content. */
  put: (inline: Inline) => void;
  /** Requests white space before the next content of the same line. */
  gap: (character: ' ' | '\t') => void;
  /** The beginning of the current line. */
  line: () => string;
  /** Whether the current paragraph has linked text. */
  hasLink: () => boolean;
  /** Ends the paragraph; undefined when it has no content. */
  end: () => { paragraph: Paragraph; linked: number } | undefined;
}

/** A source line break within Chinese text. */
const sourceWrap =
  /(?<=[\p{Script=Han}，。、；：？！”’》）〕])[ \t\r\f]*\n[ \t\n\r\f]*(?=[\p{Script=Han}，。、；：？！“‘《（〔])/gu;

/** No label of a header block is longer. */
const longestLine = 300;

/** Text markers by which editors split a letter into pages. */
const pageBreak = /(#PAGE_BREAK#|_ueditor_page_break_tag_)/;

export function createInlineFormatter(): InlineFormatter {
  let inlines: Inline[] = [];
  // Only the beginning: testing a growing text over and over would copy it each time.
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
      else if (typeof inline === 'object' && (inline.type === 'message' || inline.type === 'struck'))
        inlines.push(inline);
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
