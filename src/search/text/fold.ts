/**
 * A unit of folded text: one Han character, or one whole run of other letters and digits. Search compares
 * sequences of units and nothing else.
 */
export interface Unit {
  /** Folded: without differences of width, case, diacritics, compatibility forms and Roman numerals. */
  text: string;
  /** Whether punctuation (or, between two runs of letters, white space) precedes it. */
  breakBefore: boolean;
  /** Its range in the text, in UTF-16 code units. */
  from: number;
  to: number;
}

export interface FoldOptions {
  /** White space breaks next to Han characters too: a quoted phrase keeps its spaces. */
  spacesBreak?: boolean;
}

/** Whether a code point is a character of the Han script, in any plane. */
function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0x3021 && code <= 0x3029) ||
    (code >= 0x3038 && code <= 0x303b) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/**
 * Splits a text into units. Punctuation, symbols and line ends are breaks; white space is one only between two
 * runs of letters or digits (`第 283 号` equals `第283号`, `Visual Studio` is two words). Combining marks and
 * invisible characters are ignored.
 */
export function foldUnits(text: string, { spacesBreak = false }: FoldOptions = {}): Unit[] {
  const units: Unit[] = [];
  let run: Unit | undefined;
  let punctuated = false;
  let spaced = false;

  const begin = (folded: string, from: number, to: number, han: boolean): Unit => {
    const before = units.at(-1);
    const apart = spaced && (spacesBreak || (!han && before !== undefined && !isHanUnit(before.text)));
    const unit = { text: folded, breakBefore: before !== undefined && (punctuated || apart), from, to };
    units.push(unit);
    punctuated = spaced = false;
    return unit;
  };

  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const to = at + (code > 0xffff ? 2 : 1);
    const folded = foldCharacter(code);
    if (folded === space || folded === punctuation) {
      run = undefined;
      if (folded === space) spaced = true;
      else punctuated = true;
    } else {
      // ㍻ folds to 平成, which are two units.
      for (const character of folded)
        if (isHanUnit(character)) {
          run = undefined;
          begin(character, at, to, true);
        } else if (run === undefined) run = begin(character, at, to, false);
        else {
          run.text += character;
          run.to = to;
        }
    }
    at = to;
  }
  return units;
}

/** Whether a unit is a Han character. */
export function isHanUnit(unit: string): boolean {
  return isHan(unit.codePointAt(0) ?? 0);
}

export const space = ' ';
export const punctuation = '|';

/** The folded form of one character: letters, nothing, `space` or `punctuation`. */
export function foldCharacter(code: number): string {
  if (code >= 0x4e00 && code <= 0x9fff) return String.fromCharCode(code);
  if (code < 0x80) return foldAscii(code);
  let folded = folds.get(code);
  if (folded === undefined) {
    folded = foldByCategory(String.fromCodePoint(code));
    folds.set(code, folded);
  }
  return folded;
}

const folds = new Map<number, string>();

function foldAscii(code: number): string {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) return String.fromCharCode(code);
  if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 0x20);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? space : punctuation;
}

function foldByCategory(character: string): string {
  if (/[\p{M}\p{Cf}]/u.test(character)) return '';
  if (/\p{White_Space}/u.test(character)) return space;
  if (!/[\p{L}\p{Nd}\p{Nl}\p{Radical}]/u.test(character)) return punctuation;
  // Upper, then lower case comes nearest to Unicode's case folding: it merges ß and ẞ, σ and ς.
  const plain = character
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{M}/gu, '');
  return /^[\p{L}\p{Nd}\p{Nl}]+$/u.test(plain) || plain === '' ? plain : punctuation;
}
