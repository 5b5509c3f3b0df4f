import type { CellDefinition } from '../word/table-rows.ts';
import type { PropertyModifier } from './property-run.ts';

/** The properties of a paragraph that affect the text (MS-DOC 2.6.2). */
export interface ParagraphProperties {
  list?: number;
  level?: number;
  /** 1 to 9; absent for body text. */
  heading?: number | undefined;
  inTable?: boolean;
  /** The paragraph ends a table row. */
  endsRow?: boolean;
  /** How many tables contain it. */
  depth?: number;
  /** Ends a cell or row of a nested table, whose mark is an ordinary paragraph mark. */
  endsInnerCell?: boolean;
  endsInnerRow?: boolean;
  headerRow?: boolean;
  row?: CellDefinition[];
}

/** Applies modifiers to inherited properties. */
export function applyModifiers(
  inherited: ParagraphProperties,
  modifiers: readonly PropertyModifier[],
): ParagraphProperties {
  const properties = { ...inherited };
  for (const { code, operand } of modifiers) {
    const value = operand.length > 0 ? operand.u8(0) : 0;
    if (code === 0x260a) properties.level = Math.min(value, 8);
    else if (code === 0x460b) properties.list = operand.i16(0);
    else if (code === 0x2640) properties.heading = value < 9 ? value + 1 : undefined;
    else if (code === 0x2416) properties.inTable = value !== 0;
    else if (code === 0x2417) properties.endsRow = value !== 0;
    else if (code === 0x6649) properties.depth = operand.i32(0);
    else if (code === 0x244b) properties.endsInnerCell = value !== 0;
    else if (code === 0x244c) properties.endsInnerRow = value !== 0;
    else if (code === 0x3404) properties.headerRow = value !== 0;
    else if (code === 0xd608) properties.row = readRow({ code, operand });
  }
  return properties;
}

/** Reads a row's cells from its definition (sprmTDefTable). */
function readRow({ operand }: PropertyModifier): CellDefinition[] {
  const count = operand.length > 2 ? operand.u8(2) : 0;
  const edges = 3;
  const flags = edges + (count + 1) * 2;
  if (flags > operand.length) return [];
  return Array.from({ length: count }, (_, index) => {
    // Definitions may end early; the remaining cells are not merged.
    const at = flags + index * 20;
    const bits = at + 2 <= operand.length ? operand.u16(at) : 0;
    const across = bits & 3;
    const down = (bits >> 5) & 3;
    return {
      left: operand.i16(edges + index * 2),
      right: operand.i16(edges + index * 2 + 2),
      across: across === 0 ? 'none' : across === 1 ? 'continue' : 'first',
      down: down === 0 ? 'none' : down === 1 ? 'continue' : 'first',
    };
  });
}
