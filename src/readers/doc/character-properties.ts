import { propertyRunIndexAt, type PropertyRun } from './property-run.ts';

/** What of a character's properties bears on the text (MS-DOC 2.6.1). */
export interface CharacterProperties {
  deleted: boolean;
  hidden: boolean;
  /** A control character means something other than itself. */
  special: boolean;
  /** A character of a symbol font, by the font's index and its code there. */
  symbol: { font: number; code: number } | undefined;
}

const plain: CharacterProperties = { deleted: false, hidden: false, special: false, symbol: undefined };

/** Looks up the properties of the character at a place in the main stream; neighbours are found at once. */
export function characterPropertiesOf(runs: readonly PropertyRun[]): (place: number) => CharacterProperties {
  const known = new Map<PropertyRun, CharacterProperties>();
  let at = 0;
  const covers = (index: number, place: number): boolean => {
    const run = runs[index];
    return run !== undefined && place >= run.from && place < run.to;
  };
  return (place) => {
    if (!covers(at, place)) at = covers(at + 1, place) ? at + 1 : propertyRunIndexAt(runs, place);
    const last = runs[at];
    if (!last) return plain;
    let properties = known.get(last);
    if (!properties) {
      properties = read(last);
      known.set(last, properties);
    }
    return properties;
  };
}

function read({ modifiers }: PropertyRun): CharacterProperties {
  const properties = { ...plain };
  for (const { code, operand } of modifiers) {
    const on = operand.length > 0 && (operand.u8(0) & 1) === 1;
    if (code === 0x0800) properties.deleted = on;
    else if (code === 0x083c) properties.hidden = on;
    else if (code === 0x0855) properties.special = on;
    else if (code === 0x6a09 && operand.length >= 4)
      properties.symbol = { font: operand.u16(0), code: operand.u16(2) };
  }
  return properties;
}
