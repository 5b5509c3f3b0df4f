import type { Block, Inline, Paragraph } from '../block.ts';
import { withoutLayout } from '../layout-table.ts';
import { createListCounter } from '../word/list-counter.ts';
import { toTable, type ParsedRow } from '../word/table-rows.ts';
import { characterPropertiesOf } from './character-properties.ts';
import { readLists } from './lists.ts';
import { applyModifiers, type ParagraphProperties } from './paragraph-properties.ts';
import { readPieceTable } from './piece-table.ts';
import { readPropertyRuns, propertyRunAt } from './property-run.ts';
import { createParagraphWriter, type ParagraphContext } from './paragraph-text.ts';
import { readStyleSheet } from './style-sheet.ts';
import { structures, type WordFile } from './word-file.ts';

/** Reads a range of a document's characters as blocks. */
export type BlockReader = (from: number, to: number, references: ParagraphContext) => Block[];

const cellMark = 0x07;
const pageBreak = 0x0c;
const paragraphMark = 0x0d;

/**
 * Prepares a document for reading: its text, properties, styles and lists. List counters continue from one
 * range to the next.
 */
export function createBlockReader(file: WordFile, fonts: readonly string[]): BlockReader {
  const { text, fileOffsets } = readPieceTable(file);
  const characterAt = characterPropertiesOf(readPropertyRuns(file, structures.characterRuns, 'character'));
  const paragraphRuns = readPropertyRuns(file, structures.paragraphRuns, 'paragraph');
  const styleOf = readStyleSheet(file);
  const lists = readLists(file, fonts);
  const nextNumber = createListCounter(lists);

  const propertiesAt = (place: number): ParagraphProperties => {
    const run = propertyRunAt(paragraphRuns, place);
    return run ? applyModifiers(styleOf(run.style), run.modifiers) : {};
  };
  const numberOf = (
    { list = 0, level = 0 }: ParagraphProperties,
    { warnOnce }: ParagraphContext,
  ): Inline[] => {
    const number = list > 0 ? nextNumber(list, level) : undefined;
    if (!number || number.text === '') return [];
    const unknown =
      number.unknownStyle === undefined
        ? []
        : warnOnce(
            'unknown-numbering',
            `自动编号“${number.text.trim()}”的样式不常见，已写成阿拉伯数字。请核对。`,
          );
    return [{ type: 'numbering', text: number.text }, ...unknown];
  };

  return (from, to, references) => {
    const writer = createParagraphWriter(references);
    const blocks: Block[] = [];
    let carried: Inline[] = [];
    let rows: ParsedRow[] = [];
    let cells: Block[][] = [];
    let cell: Block[] = [];
    const endTable = (): void => {
      if (cells.length > 0 || cell.length > 0)
        rows.push({ cells: [...cells, cell], definition: [], header: false });
      if (rows.length > 0) blocks.push(...withoutLayout(toTable(rows)));
      [rows, cells, cell] = [[], [], []];
    };
    const endParagraph = (properties: ParagraphProperties, markDeleted: boolean): void => {
      const own = writer.take();
      if (markDeleted && !properties.inTable) {
        for (const inline of own) carried.push(inline);
        return;
      }
      const inlines = [...carried, ...own];
      carried = [];
      const paragraph: Paragraph = {
        type: 'paragraph',
        inlines: [...numberOf(properties, references), ...inlines],
      };
      if (properties.heading !== undefined) paragraph.heading = properties.heading;
      if (properties.inTable) cell.push(paragraph);
      else {
        endTable();
        blocks.push(paragraph);
      }
    };
    const endCell = (properties: ParagraphProperties): void => {
      if (properties.endsRow) {
        rows.push({ cells, definition: properties.row ?? [], header: properties.headerRow ?? false });
        cells = [];
      } else {
        endParagraph({ ...properties, inTable: true }, false);
        cells.push(cell);
      }
      cell = [];
    };
    for (let at = from; at < Math.min(to, text.length); at += 1) {
      const unit = text.charCodeAt(at);
      const place = fileOffsets[at] ?? 0;
      const character = characterAt(place);
      if (unit === cellMark) endCell(propertiesAt(place));
      else if (unit === paragraphMark || unit === pageBreak) {
        const properties = propertiesAt(place);
        if (!properties.endsInnerRow) endParagraph(properties, character.deleted);
      } else writer.write(unit, character, at);
    }
    const rest = [...carried, ...writer.take()];
    endTable();
    if (rest.length > 0) blocks.push({ type: 'paragraph', inlines: rest });
    return blocks;
  };
}
