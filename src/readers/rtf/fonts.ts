import { encodingOfCodePage, encodingOfFont, symbolSet } from './character-set.ts';

/** A font of the font table, as far as it affects the text. */
export interface Font {
  name: string;
  /** The encoding of its characters; undefined where the document's own decides. */
  encoding: string | undefined;
  /** Its characters are pictures. */
  symbols: boolean;
}

/** Collects the font table (`\fonttbl`) by what its controls and text say one after another. */
export interface FontTable {
  control: (word: string, parameter: number | undefined) => void;
  name: (bytes: Uint8Array) => void;
  get: (number: number | undefined) => Font | undefined;
}

/** Documents have some dozens of fonts. */
const most = 10_000;
const longestName = 200;

export function createFontTable(): FontTable {
  const fonts = new Map<number, Font>();
  let current: Font | undefined;
  return {
    control(word, parameter = 0) {
      if (word === 'f' && fonts.size < most) {
        current = { name: '', encoding: undefined, symbols: false };
        fonts.set(parameter, current);
      } else if (word === 'fcharset' && current) {
        current.symbols = parameter === symbolSet;
        current.encoding ??= encodingOfFont(parameter);
      } else if (word === 'cpg' && current)
        current.encoding = encodingOfCodePage(parameter) ?? current.encoding;
    },
    name(bytes) {
      if (!current || current.name.length > longestName) return;
      const text = Buffer.from(bytes).toString('latin1');
      current.name += text.split(';', 1)[0]?.trimStart() ?? '';
    },
    get: (number) => (number === undefined ? undefined : fonts.get(number)),
  };
}
