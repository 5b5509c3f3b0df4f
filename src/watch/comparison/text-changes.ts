import { diffArrays, diffChars } from 'diff';
import { tighten, type TextLine } from './letter-text.ts';

/** A place at which a text differs. */
export interface TextChange {
  /** The line of the kept text that the change begins at, from 1; one more than there are, at the end. */
  line: number;
  /** Lines that are gone. */
  before: string[];
  /** Lines in their place. */
  after: string[];
}

/** How two texts differ. */
export interface TextDifference {
  changes: TextChange[];
  /** The share of the kept text that is still there (0–1). */
  kept: number;
}

/** So many differing lines, or characters within lines, are followed; beyond that two texts are others altogether. */
const mostEdits = { lines: 3000, characters: 600 };

/** Compares two texts line by line, without regard to white space and to where lines end. */
export function compareLines(kept: readonly TextLine[], fresh: readonly TextLine[]): TextDifference {
  if (join(kept) === join(fresh)) return { changes: [], kept: 1 };
  const hunks = diffArrays([...kept], [...fresh], {
    comparator: (a, b) => a.tight === b.tight,
    maxEditLength: mostEdits.lines,
  }) as { added: boolean; removed: boolean; value: TextLine[] }[] | undefined;
  if (!hunks) return { changes: [{ line: 1, before: textsOf(kept), after: textsOf(fresh) }], kept: 0 };
  const changes: TextChange[] = [];
  let [line, same] = [1, 0];
  let open: { line: number; before: TextLine[]; after: TextLine[] } | undefined;
  const close = () => {
    if (!open) return;
    const { before, after } = open;
    // Only the ends of lines are elsewhere.
    if (join(before) === join(after)) same += join(before).length;
    else {
      changes.push({ line: open.line, before: textsOf(before), after: textsOf(after) });
      same += commonLength(join(before), join(after));
    }
    open = undefined;
  };
  for (const { added, removed, value } of hunks) {
    if (added || removed) {
      open ??= { line, before: [], after: [] };
      open[added ? 'after' : 'before'].push(...value);
    } else {
      close();
      same += join(value).length;
    }
    if (!added) line += value.length;
  }
  close();
  return { changes, kept: same / Math.max(1, join(kept).length) };
}

/** A stretch of text that is in both texts, in the first alone, or in the second alone. */
export interface ChangedText {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** The characters in which a change's lines differ. */
export function changedCharacters({ before, after }: TextChange): ChangedText[] {
  const [gone, fresh] = [before.join('⏎'), after.join('⏎')];
  const pieces = diffChars(gone, fresh, { maxEditLength: mostEdits.characters }) as
    { added: boolean; removed: boolean; value: string }[] | undefined;
  if (!pieces)
    return [
      { kind: 'gone', text: gone },
      { kind: 'new', text: fresh },
    ];
  return pieces.map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}

/** How much of a passage is still in another, where one came of the other; else nothing. */
function commonLength(before: string, after: string): number {
  const common = changedCharacters({ line: 0, before: [before], after: [after] })
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + tighten(text).length, 0);
  return common * 2 >= before.length ? common : 0;
}

function join(lines: readonly TextLine[]): string {
  return lines.map(({ tight }) => tight).join('');
}

function textsOf(lines: readonly TextLine[]): string[] {
  return lines.map(({ text }) => text);
}
