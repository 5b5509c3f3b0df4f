/** Windows code pages by the names of the Encoding Standard; GBK as its superset. */
const codePages: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  [10000, 'macintosh'],
  [10008, 'gb18030'],
  ...Array.from({ length: 9 }, (_, index): [number, string] => [1250 + index, `windows-${1250 + index}`]),
]);

/** Code pages by the character sets of fonts (`\fcharset`). The others leave it to the document. */
const characterSets: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [80, 10008],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** The character set of symbol fonts (Wingdings, Symbol). */
export const symbolSet = 2;

/** The encoding of a code page, by its name for `TextDecoder`; undefined for one that is not known. */
export function encodingOfCodePage(codePage: number): string | undefined {
  return codePages.get(codePage);
}

/** The encoding of a font's characters; undefined where the document's own code page decides. */
export function encodingOfFont(characterSet: number): string | undefined {
  const codePage = characterSets.get(characterSet);
  return codePage === undefined ? undefined : codePages.get(codePage);
}
