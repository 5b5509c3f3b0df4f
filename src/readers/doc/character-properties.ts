import { scriptByPosition, type Script } from '../raised-text.ts';
import { propertyRunIndexAt, type PropertyRun } from './property-run.ts';

/** The properties of a character that affect the text (MS-DOC 2.6.1). */
export interface CharacterProperties {
  deleted: boolean;
  hidden: boolean;
  /** The character is a control character with a special meaning. */
  special: boolean;
  /** A character of a symbol font: the font's index and the code in it. */
  symbol: { font: number; code: number } | undefined;
  struck: boolean;
  script: Script | undefined;
  /** It is white with nothing behind it, or too small to be read. */
  faint: boolean;
}

const plain: CharacterProperties = {
  deleted: false,
  hidden: false,
  special: false,
  symbol: undefined,
  struck: false,
  script: undefined,
  faint: false,
};

/** Half-points. No letter has text as small as this. */
const tiny = 4;
/** White among the colours of Word 6 (Ico, MS-DOC 2.9.119). */
const whiteIndex = 8;

/**
 * Creates a lookup of the properties at an offset in the main stream. Looking up neighbours takes constant
 * time.
 */
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

/** By the value of sprmCIss. */
const scripts: readonly (Script | undefined)[] = [undefined, 'super', 'sub'];

function read({ modifiers }: PropertyRun): CharacterProperties {
  const properties = { ...plain };
  let [white, small, shaded] = [false, false, false];
  for (const { code, operand } of modifiers) {
    const on = operand.length > 0 && (operand.u8(0) & 1) === 1;
    if (code === 0x0800) properties.deleted = on;
    else if (code === 0x083c) properties.hidden = on;
    else if (code === 0x0855) properties.special = on;
    else if (code === 0x0837 || code === 0x2a53) properties.struck = on;
    else if (code === 0x2a48) properties.script = scripts[operand.length > 0 ? operand.u8(0) : 0];
    else if (code === 0x4845 && operand.length >= 2)
      properties.script = scriptByPosition((operand.u16(0) << 16) >> 16);
    else if (code === 0x2a42 && operand.length > 0) white = operand.u8(0) === whiteIndex;
    else if (code === 0x6870 && operand.length >= 4) white = operand.u32(0) === 0xffffff;
    else if (code === 0x4a43 && operand.length >= 2) small = operand.u16(0) <= tiny;
    else if (code === 0x4866 || code === 0xca71 || code === 0x2a0c) shaded = true;
    else if (code === 0x6a09 && operand.length >= 4)
      properties.symbol = { font: operand.u16(0), code: operand.u16(2) };
  }
  return { ...properties, faint: small || (white && !shaded) };
}
