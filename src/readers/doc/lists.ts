import type { Numbering, NumberingLevel } from '../word/list-numbering.ts';
import { numberFormat } from '../word/number-format.ts';
import { createByteReader, type ByteReader } from './byte-reader.ts';
import { readModifiers } from './property-run.ts';
import { structures, type WordFile } from './word-file.ts';

/** sprmCRgFtc0: the font of a bullet. */
const fontModifier = 0x4a4f;

/** Reads a document's numberings, by the index that paragraphs use, from 1 (MS-DOC 2.9.131, 2.9.150). */
export function readLists({ table, structure }: WordFile, fonts: readonly string[]): Map<number, Numbering> {
  const lists = structure(structures.lists);
  const overrides = structure(structures.listOverrides);
  if (lists.length === 0 || overrides.length === 0) return new Map();
  const definitions = readDefinitions(table, lists.at, fonts);
  const count = Math.min(table.u32(overrides.at), 2000);
  const numberings = new Map<number, Numbering>();
  let at = overrides.at + 4 + count * 16;
  for (let index = 0; index < count; index += 1) {
    const head = overrides.at + 4 + index * 16;
    const definition = String(table.u32(head));
    const levels = new Map(definitions.get(definition));
    const starts = new Map<number, number>();
    at += 4;
    for (let change = 0; change < table.u8(head + 12); change += 1) {
      const flags = table.u32(at + 4);
      const level = flags & 0x0f;
      if (flags & 0x10) starts.set(level, table.u32(at));
      at += 8;
      if (!(flags & 0x20)) continue;
      const changed = readLevel(table, at, fonts);
      levels.set(level, changed.level);
      at = changed.end;
    }
    numberings.set(index + 1, { definition, levels, overrides: starts });
  }
  return numberings;
}

function readDefinitions(
  table: ByteReader,
  at: number,
  fonts: readonly string[],
): Map<string, Map<number, NumberingLevel>> {
  const count = Math.min(table.u16(at), 2000);
  const definitions = new Map<string, Map<number, NumberingLevel>>();
  let next = at + 2 + count * 28;
  for (let index = 0; index < count; index += 1) {
    const head = at + 2 + index * 28;
    const levels = new Map<number, NumberingLevel>();
    const depth = table.u8(head + 26) & 1 ? 1 : 9;
    for (let level = 0; level < depth; level += 1) {
      const read = readLevel(table, next, fonts);
      levels.set(level, read.level);
      next = read.end;
    }
    definitions.set(String(table.u32(head)), levels);
  }
  return definitions;
}

/** Reads a level (LVL, MS-DOC 2.9.129), and where the next one begins. */
function readLevel(
  table: ByteReader,
  at: number,
  fonts: readonly string[],
): { level: NumberingLevel; end: number } {
  const code = table.u8(at + 4);
  const flags = table.u8(at + 5);
  const places = Array.from({ length: 9 }, (_, index) => table.u8(at + 6 + index));
  const follow = table.u8(at + 15);
  const paragraph = table.u8(at + 25);
  const character = table.u8(at + 24);
  const text = at + 28 + paragraph + character;
  const font = readModifiers(createByteReader(table.slice(at + 28 + paragraph, character))).find(
    ({ code: one, operand }) => one === fontModifier && operand.length === 2,
  );
  const length = table.u16(text);
  const units = Array.from({ length }, (_, index) => table.u16(text + 2 + index * 2));
  return {
    level: {
      start: table.u32(at),
      format: numberFormat(code),
      text: units
        .map((unit, index) =>
          unit < 9 && places.includes(index + 1) ? `%${unit + 1}` : String.fromCharCode(unit),
        )
        .join(''),
      suffix: follow === 0 ? 'tab' : follow === 1 ? 'space' : 'nothing',
      restart: flags & 0x08 ? table.u8(at + 26) : undefined,
      legal: (flags & 0x04) !== 0,
      style: undefined,
      font: font && fonts[font.operand.u16(0)],
    },
    end: text + 2 + length * 2,
  };
}
