import { foldCharacter, isHanUnit, punctuation, space } from '../../text/fold.ts';

/**
 * Folds texts into units like `foldUnits`, without an object for each: a unit is a number, the code of a Han
 * character or, above all codes of two bytes, the place of any other unit among those met so far.
 */
export interface UnitReader {
  /** Reads a text; returns how many units it has. */
  read: (text: string) => number;
  /** The units of the text read last. */
  units: () => Uint32Array;
  /** For each unit, 1 if there is a break before it. */
  breaks: () => Uint8Array;
  /** The text of a unit. */
  nameOf: (unit: number) => string;
}

/** Units from here on are not a character of two bytes. */
export const firstNamed = 0x1_0000;

export function createUnitReader(): UnitReader {
  const places = new Map<string, number>();
  const names: string[] = [];
  let units = new Uint32Array(1024);
  let breaks = new Uint8Array(1024);
  const unitOf = (name: string): number => {
    if (name.length === 1 && isHanUnit(name)) return name.charCodeAt(0);
    const known = places.get(name) ?? places.size;
    if (known === places.size) {
      places.set(name, known);
      names.push(name);
    }
    return firstNamed + known;
  };
  return {
    read(text) {
      // One character folds to four at most.
      if (4 * text.length > units.length) {
        units = new Uint32Array(8 * text.length);
        breaks = new Uint8Array(8 * text.length);
      }
      let [count, run] = [0, ''];
      let [punctuated, spaced, runBreaks, afterHan] = [false, false, false, true];
      const endRun = () => {
        if (run === '') return;
        units[count] = unitOf(run);
        breaks[count++] = runBreaks ? 1 : 0;
        run = '';
        afterHan = false;
      };
      const addHan = (unit: number) => {
        endRun();
        units[count] = unit;
        breaks[count] = count > 0 && punctuated ? 1 : 0;
        count += 1;
        punctuated = spaced = false;
        afterHan = true;
      };
      for (let at = 0; at < text.length;) {
        const code = text.codePointAt(at) ?? 0;
        at += code > 0xffff ? 2 : 1;
        const isCommonHan = code >= 0x4e00 && code <= 0x9fff;
        const folded = isCommonHan ? '' : foldCharacter(code);
        if (folded === space || folded === punctuation) {
          endRun();
          if (folded === space) spaced = true;
          else punctuated = true;
        } else if (isCommonHan) addHan(code);
        else
          for (const character of folded)
            if (isHanUnit(character)) addHan(unitOf(character));
            else {
              if (run === '') {
                runBreaks = count > 0 && (punctuated || (spaced && !afterHan));
                punctuated = spaced = false;
              }
              run += character;
            }
      }
      endRun();
      return count;
    },
    units: () => units,
    breaks: () => breaks,
    nameOf: (unit) => (unit < firstNamed ? String.fromCharCode(unit) : (names[unit - firstNamed] ?? '')),
  };
}
