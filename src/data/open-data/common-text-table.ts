import { z } from 'zod';
import type { CommonTextPair } from '../relations/common-text.ts';
import { writeCsvRow } from './csv-row.ts';
import { describeRecords } from './record-schema.ts';

const id = z.string();
const share = z.number().min(0).max(1);

/** A row of the table of letters with text in common. */
const commonTextSchema = z.strictObject({
  earlier: id.meta({ title: '较早一件', description: '日期在前的答复的标识；日期相同的，标识在前的一件' }),
  later: id.meta({ title: '较晚一件', description: '日期在后的答复的标识' }),
  characters: z
    .int()
    .meta({ title: '相同字数', description: '两件正文里相同的文字，标点、空格和称谓、开头、落款等套语不计' }),
  shareOfEarlier: share.meta({ title: '占较早一件', description: '相同文字占较早一件正文的比例，0 到 1' }),
  shareOfLater: share.meta({ title: '占较晚一件', description: '相同文字占较晚一件正文的比例，0 到 1' }),
});

/** The columns of the table. */
export const commonTextColumns = describeRecords(commonTextSchema, {
  title: '相同文字',
  description: '正文有相同文字的两件答复',
}).dictionary;

/** Writes the table of letters with text in common as CSV, in the order of the ids. */
export function writeCommonTextTable(pairs: readonly CommonTextPair[]): string {
  const idsOf = ({ later, earlier }: CommonTextPair) => `${later.id} ${earlier.id}`;
  const rows = pairs
    .toSorted((a, b) => (idsOf(a) < idsOf(b) ? -1 : 1))
    .map(({ earlier, later, characters, shareOfEarlier, shareOfLater }) =>
      writeCsvRow([earlier.id, later.id, ...[characters, shareOfEarlier, shareOfLater].map(String)]),
    );
  return `\uFEFF${writeCsvRow(commonTextColumns.map(({ title }) => title))}${rows.join('')}`;
}
