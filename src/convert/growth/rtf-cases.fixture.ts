import { rtfText, writeRtf } from '../../readers/rtf/rtf-writer.fixture.ts';
import { readRtf } from '../../readers/rtf/rtf.ts';
import type { GrowthCase } from './growth-case.fixture.ts';
import { textOf } from './list.fixture.ts';

const letter = rtfText('甲');
const row = (cells: number, index = 0) =>
  `\\trowd${textOf(cells, (cell) => `\\cellx${(cell + 1) * 100 + index}`)}\\pard\\intbl ${'a\\cell '.repeat(cells)}\\row `;

/** Bodies that repeat one thing. */
const bodies: Record<string, (count: number) => string> = {
  paragraphs: (count) => `${letter}\\par `.repeat(count),
  'groups in a paragraph': (count) => `{\\b ${letter}}`.repeat(count),
  'line ends in a text': (count) => 'a\r\n'.repeat(count),
  'controls without text': (count) => '\\f1\\b\\i0'.repeat(count),
  'rows of a table': (count) => textOf(count, () => row(2)),
  'rows with edges of their own': (count) => textOf(count, (index) => row(2, index * 30)),
  'cells of a row': (count) => row(count),
  'tables in a cell': (count) =>
    textOf(
      count,
      () => '\\pard\\intbl\\itap2 a\\nestcell{\\*\\nesttableprops\\nestrow}\\pard\\intbl b\\cell ',
    ),
  footnotes: (count) => textOf(count, () => 'a{\\footnote b}'),
  'fields never ended': (count) =>
    '{\\field{\\fldinst a}{\\fldrslt b'.repeat(Math.min(count, 400)) + '}'.repeat(800),
  'fields after another': (count) => '{\\field{\\fldinst a}{\\fldrslt b}}'.repeat(count),
  'deleted paragraph marks': (count) => `a{\\deleted\\par}`.repeat(count),
  'text boxes in a paragraph': (count) => '{\\shp{\\*\\shpinst{\\shptxt a\\par}}}'.repeat(count),
  pictures: (count) => '{\\pict\\pngblip 00}'.repeat(count),
  'digits of a picture': (count) => `{\\pict\\pngblip ${'0a\n'.repeat(count)}}`,
  fonts: (count) => `{\\fonttbl${textOf(count, (index) => `{\\f${index} A;}`)}}a`,
};

/** RTF files with much of something (虚构). */
export const rtfCases: GrowthCase[] = Object.entries(bodies).map(([what, body]) => ({
  name: `${what} of an RTF`,
  prepare: (size) => {
    const bytes = writeRtf(body(size));
    return () => Promise.resolve().then(() => readRtf(bytes));
  },
}));
