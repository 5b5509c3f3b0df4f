import type { Block, Inline } from '../block.ts';
import { childAt, childrenOf, textOf, type XmlElement } from '../xml-tree.ts';
import { scriptInlines } from '../raised-text.ts';
import { faintText, rubyText } from '../hidden-text.ts';
import { changesText, commentsText, formulaText, hiddenText } from '../word/story.ts';
import { isPageField, reportDrawnField } from '../word/field.ts';
import { readDrawing } from './drawing.ts';
import { switchAt, valueAt } from './property.ts';
import { warnOnce, type StoryContext } from './story-context.ts';
import { formattingAt, isFaint } from './styles.ts';
import { symbolText } from '../word/symbol-font.ts';
import { selectBranch } from './alternate-content.ts';

/**
 * Reads the inline content of a paragraph or part of one, with all tracked changes accepted. The blocks of
 * text boxes go to `boxes`.
 */
export function readInlines(parent: XmlElement, story: StoryContext, boxes: Block[]): Inline[] {
  return childrenOf(parent).flatMap((child): Inline[] => {
    switch (child.name) {
      case 'w:r':
        return readRun(child, story, boxes);
      case 'w:ins':
      case 'w:moveTo':
        return [...reportChanges(story), ...readInlines(child, story, boxes)];
      case 'w:del':
      case 'w:moveFrom':
        return reportChanges(story);
      case 'w:fldSimple':
        return readSimpleField(child, story, boxes);
      case 'w:commentReference':
        return warnOnce(story, 'comments', commentsText);
      case 'w:sdt':
        return readControl(child, story, boxes);
      case 'mc:AlternateContent': {
        const branch = selectBranch(child);
        return branch ? readInlines(branch, story, boxes) : [];
      }
      case 'm:oMath':
      case 'm:oMathPara':
        return [...warnOnce(story, 'equation', formulaText), textOf(child)];
      case 'w:hyperlink':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:bdo':
      case 'w:dir':
        return readInlines(child, story, boxes);
      default:
        return [];
    }
  });
}

function readSimpleField(field: XmlElement, story: StoryContext, boxes: Block[]): Inline[] {
  const code = field.attributes.get('w:instr') ?? '';
  if (isPageField(code)) return [];
  const shown = readInlines(field, story, boxes);
  const filled = shown.some((inline) => typeof inline === 'string' && inline !== '');
  return filled ? shown : [...shown, ...reportDrawnField({ code, filled })];
}

/** Reads a content control; its placeholder (单击此处输入) is not text. */
function readControl(control: XmlElement, story: StoryContext, boxes: Block[]): Inline[] {
  const content = childAt(control, 'w:sdtContent');
  return !content || switchAt(control, 'w:sdtPr', 'w:showingPlcHdr')
    ? []
    : readInlines(content, story, boxes);
}

function readRun(run: XmlElement, story: StoryContext, boxes: Block[]): Inline[] {
  const style = story.styles.character(valueAt(run, 'w:rPr', 'w:rStyle'));
  const hidden = switchAt(run, 'w:rPr', 'w:vanish') ?? style.hidden ?? story.paragraphStyle.hidden ?? false;
  const own = formattingAt(childAt(run, 'w:rPr'));
  const struck = own.struck ?? style.struck ?? story.paragraphStyle.struck ?? false;
  const script = own.script ?? style.script ?? 'none';
  const faint = isFaint(childAt(run, 'w:rPr')) && !story.shaded;
  return childrenOf(run).flatMap((child): Inline[] => {
    if (child.name === 'w:fldChar') return readFieldCharacter(child, story);
    const field = story.fields.innermost;
    if (child.name === 'w:instrText') {
      if (field && !field.shown) field.code += textOf(child);
      return [];
    }
    if (story.fields.hide) return [];
    if (hidden) return textOf(child).trim() === '' ? [] : warnOnce(story, 'hidden-text', hiddenText);
    const content = readContent(child, story, boxes);
    if (content.some((inline) => typeof inline === 'string' && inline !== '')) story.fields.fill();
    return content.flatMap((inline): Inline[] => {
      if (typeof inline !== 'string') return [inline];
      if (struck) return [{ type: 'struck', text: inline }];
      if (faint && inline.trim() !== '')
        return [
          { type: 'message', message: { level: 'warning', rule: 'faint-text', text: faintText(inline) } },
          inline,
        ];
      return script === 'none' ? [inline] : scriptInlines(inline, script);
    });
  });
}

function readContent(child: XmlElement, story: StoryContext, boxes: Block[]): Inline[] {
  switch (child.name) {
    case 'w:t':
      return [
        child.attributes.get('xml:space') === 'preserve'
          ? textOf(child)
          : textOf(child).replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, ''),
      ];
    case 'w:tab':
    case 'w:ptab':
      return ['\t'];
    case 'w:br':
    case 'w:cr':
      return [{ type: 'break' }];
    case 'w:noBreakHyphen':
      return ['-'];
    case 'w:sym':
      return [
        symbolText(
          String.fromCodePoint(Number.parseInt(child.attributes.get('w:char') ?? '', 16) || 0x2022),
          child.attributes.get('w:font'),
        ),
      ];
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return readNoteReference(child, story);
    case 'w:commentReference':
      return warnOnce(story, 'comments', commentsText);
    case 'w:ruby': {
      const [base, over] = [childAt(child, 'w:rubyBase'), childAt(child, 'w:rt')];
      const reported =
        over && textOf(over).trim() !== '' ? warnOnce(story, 'ruby', rubyText(textOf(over))) : [];
      return [...(base ? readInlines(base, story, boxes) : []), ...reported];
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
    case 'mc:AlternateContent': {
      const drawing = readDrawing(child, story);
      boxes.push(...drawing.boxes);
      return drawing.inlines;
    }
    default:
      return [];
  }
}

function readFieldCharacter(mark: XmlElement, story: StoryContext): Inline[] {
  const type = mark.attributes.get('w:fldCharType');
  if (type === 'begin') story.fields.begin();
  else if (type === 'separate') story.fields.separate();
  else if (type === 'end') {
    const field = story.fields.end();
    if (field && !story.fields.hide) return reportDrawnField(field);
  }
  return [];
}

/** A note's number in the text, the same for each reference to the note. */
function readNoteReference(reference: XmlElement, story: StoryContext): Inline[] {
  const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const id = reference.attributes.get('w:id') ?? '';
  const key = `${kind} ${id}`;
  const number = story.notes.get(key)?.number ?? story.notes.size + 1;
  story.notes.set(key, { kind, id, number });
  return [{ type: 'numbering', text: `[${number}]` }];
}

export function reportChanges(story: StoryContext): Inline[] {
  return warnOnce(story, 'tracked-changes', changesText);
}
