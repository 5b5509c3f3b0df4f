/** What the text of a group is for (Rich Text Format 1.9.1, “Destinations”). */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'colours'
  | 'margin'
  | 'note'
  | 'comment'
  | 'box'
  | 'picture'
  | 'field'
  | 'field-code'
  | 'field-result'
  | 'list-text'
  /** A shape: its text boxes and pictures count, its own text are coordinates. */
  | 'shape'
  | 'shape-name'
  | 'shape-value'
  | 'object'
  | 'formula'
  /** The same text twice: for readers without Unicode, and in Unicode. */
  | 'two-texts'
  | 'unicode-text';

const byWord: Readonly<Record<Destination, string>> = {
  text: 'shppict nesttableprops result shp shpgrp dptxbx',
  fonts: 'fonttbl',
  colours: 'colortbl',
  margin: 'header headerl headerr headerf footer footerl footerr footerf',
  note: 'footnote',
  comment: 'annotation',
  box: 'shptxt dptxbxtext',
  picture: 'pict',
  field: 'field',
  'field-code': 'fldinst',
  'field-result': 'fldrslt',
  'list-text': 'listtext pntext',
  shape: 'shpinst do sp',
  'shape-name': 'sn',
  'shape-value': 'sv',
  object: 'object',
  formula: 'mmath moMath moMathPara',
  'two-texts': 'upr',
  'unicode-text': 'ud',
  // Of a shape and a picture the older form repeats the newer one.
  skip:
    'stylesheet info filetbl nonshppict shprslt nonesttables xe tc tcn rxe private mmathPict pntxta pntxtb ' +
    'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn objdata listtable listoverridetable generator',
};

const destinations: ReadonlyMap<string, Destination> = new Map(
  Object.entries(byWord).flatMap(([destination, words]) =>
    words.split(' ').map((word): [string, Destination] => [word, destination as Destination]),
  ),
);

/**
 * The destination that a control word at the beginning of a group names.
 *
 * @param ignorable Whether the word follows `\*`: readers skip such a group where they do not know it.
 * @returns undefined where the word names none.
 */
export function destinationOf(word: string, ignorable: boolean): Destination | undefined {
  const known = destinations.get(word);
  if (known) return known;
  // Properties of formulas (mctrlPr, mfPr…) hold names of characters.
  return ignorable || /^m\w+Pr$/.test(word) ? 'skip' : undefined;
}
