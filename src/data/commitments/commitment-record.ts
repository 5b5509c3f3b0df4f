import { z } from 'zod';
import { address, publicAddress } from '../../archive/address.ts';
import { commitmentSchema } from '../../commitments/commitment.ts';
import { day } from '../../reply/frontmatter.ts';
import { followUpState } from '../../reply/follow-up.ts';
import { describeRecords } from '../open-data/record-schema.ts';
import { writeCsvRow } from '../open-data/csv-row.ts';
import { kindText } from './commitment-text.ts';
import type { LedgerLetter } from './ledger.ts';

/** A commitment as a record for programs: a line of the open data. */
const commitmentRecordSchema = z.strictObject({
  letter: z.string().meta({ title: '标识', description: '承诺所在的答复：年/编号' }),
  url: z
    .url()
    .meta({ title: '网址', description: '承诺所在段落的公开网址；档案没有公开网址时没有此项' })
    .optional(),
  topic: z.string().meta({ title: '案由', description: '所答复提案的标题；没有载明的，为答复的标题' }),
  issuer: z.string().meta({ title: '发文机关', description: '作出答复的机关' }),
  issuedOn: day.meta({ title: '成文日期', description: '答复落款的日期' }).optional(),
  ...commitmentSchema.shape,
  followUp: z
    .array(
      z.strictObject({
        state: followUpState.meta({ title: '落实情况', description: '编辑核实的情况；CSV 中为最近一次' }),
        on: day.meta({ title: '核实日期', description: '核实的日期' }),
        evidence: z.string().meta({ title: '依据', description: '依据的说明' }).optional(),
        url: z.string().meta({ title: '依据网址', description: '依据所在的网页' }).optional(),
      }),
    )
    .meta({ title: '跟踪记录', description: '编辑对落实情况的记录，先后为序；没有记录的没有此项' })
    .optional(),
});
export type CommitmentRecord = z.infer<typeof commitmentRecordSchema>;

/** The JSON Schema of the records, and their data dictionary. */
export const commitmentRecords = describeRecords(commitmentRecordSchema, {
  title: '承诺',
  description: '答复中的一项承诺',
});

/**
 * Makes the records of a letter's commitments, refusals included.
 *
 * @param site Public address of the edition, with a closing slash, if it has one.
 */
export function makeCommitmentRecords(
  { letter: { id, data }, commitments }: LedgerLetter,
  site: string | undefined,
): CommitmentRecord[] {
  const { title, issuer, issuedOn, proposal } = data;
  return commitments.map(({ anchor, text, kind, by, due, dueText, followUp }) => ({
    letter: id,
    ...(site !== undefined && { url: publicAddress(site, `${address.reply(id)}#${anchor}`) }),
    topic: proposal?.title ?? title,
    issuer,
    ...(issuedOn !== undefined && { issuedOn }),
    anchor,
    text,
    kind,
    ...(by !== undefined && { by }),
    ...(due !== undefined && { due }),
    ...(dueText !== undefined && { dueText }),
    ...(followUp !== undefined && { followUp: [...followUp] }),
  }));
}

/** The columns of the table: the fields of a record, and those of the last record of its follow-up. */
export const commitmentColumns = commitmentRecords.dictionary.filter(({ branch }) => !branch);

/** Writes the header of the table. */
export function writeCommitmentHead(): string {
  return `\uFEFF${writeCsvRow(commitmentColumns.map(({ title }) => title))}`;
}

/** Writes a record as a line of the table. */
export function writeCommitmentRow(record: CommitmentRecord): string {
  const { followUp, kind, ...plain } = record;
  const last = followUp?.at(-1) ?? {};
  const own = new Map<string, string | undefined>(Object.entries({ ...plain, kind: kindText[kind] }));
  const followed = new Map<string, string | undefined>(Object.entries(last));
  return writeCsvRow(
    commitmentColumns.map(
      ({ path: [root = '', , name] }) => (name === undefined ? own.get(root) : followed.get(name)) ?? '',
    ),
  );
}
