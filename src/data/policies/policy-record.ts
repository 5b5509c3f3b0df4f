import { z } from 'zod';
import { address, publicAddress } from '../../archive/address.ts';
import { citationSchema } from '../../policies/citation.ts';
import type { CitedIn, Policy } from '../../policies/policies.ts';
import { day } from '../../reply/frontmatter.ts';
import { compareText } from '../../reply/text-order.ts';
import type { Letter } from '../letter/letter.ts';
import { writeCsvRow } from '../open-data/csv-row.ts';
import { describeRecords } from '../open-data/record-schema.ts';

const { key, name, number, anchor, sentence } = citationSchema.shape;

/** A letter that cites a policy. */
const citingLetterSchema = z.strictObject({
  letter: z.string().meta({ title: '标识', description: '引用它的答复：年/编号' }),
  url: z
    .url()
    .meta({ title: '网址', description: '第一处引用所在段落的公开网址；档案没有公开网址时没有此项' })
    .optional(),
  topic: z.string().meta({ title: '案由', description: '所答复提案的标题；没有载明的，为答复的标题' }),
  issuer: z.string().meta({ title: '发文机关', description: '作出答复的机关' }),
  issuedOn: day.meta({ title: '成文日期', description: '答复落款的日期' }).optional(),
  number: number.unwrap().meta({ title: '所注文号', description: '这件答复写明的文号' }).optional(),
  anchors: z.array(anchor).meta({ title: '段落', description: '各处引用所在段落在网页上的锚点' }),
  sentence: sentence.meta({ title: '引文', description: '第一处引用所在的句子，过长的以省略号略去' }),
});
type CitingLetterRecord = z.infer<typeof citingLetterSchema>;

/** A policy as a record for programs: a line of the open data. */
const policyRecordSchema = z.strictObject({
  key,
  name: name.meta({ title: '文件名称', description: '多数答复的写法，不含外层书名号' }),
  numbers: z
    .array(number.unwrap())
    .meta({ title: '文号', description: '各件答复所注的文号、令号或标准号，多的在前；没有写明的为空' }),
  letters: z.array(citingLetterSchema).meta({ title: '答复', description: '引用它的答复，按标识排序' }),
});
export type PolicyRecord = z.infer<typeof policyRecordSchema>;

/** The JSON Schema of the records, and their data dictionary. */
export const policyRecords = describeRecords(policyRecordSchema, {
  title: '引用的文件',
  description: '答复引用的一份文件和引用它的答复',
});

/**
 * Makes the record of a policy.
 *
 * @param site Public address of the edition, with a closing slash, if it has one.
 */
export function makePolicyRecord(policy: Policy<Letter>, site: string | undefined): PolicyRecord {
  return {
    key: policy.key,
    name: policy.name,
    numbers: [...policy.numbers],
    letters: policy.letters
      .toSorted((a, b) => compareText(a.letter.id, b.letter.id))
      .map((cited) => makeCitingLetter(cited, site)),
  };
}

function makeCitingLetter(
  { letter, citations }: CitedIn<Letter>,
  site: string | undefined,
): CitingLetterRecord {
  const { id, data } = letter;
  const { title, issuer, issuedOn, proposal } = data;
  const [first] = citations;
  const stated = citations.find((citation) => citation.number !== undefined)?.number;
  return {
    letter: id,
    ...(site !== undefined && { url: publicAddress(site, `${address.reply(id)}#${first?.anchor ?? ''}`) }),
    topic: proposal?.title ?? title,
    issuer,
    ...(issuedOn !== undefined && { issuedOn }),
    ...(stated !== undefined && { number: stated }),
    anchors: [...new Set(citations.map((citation) => citation.anchor))],
    sentence: first?.sentence ?? '',
  };
}

/** The columns of the table, which has a line for each letter that cites a policy. */
export const policyColumns = policyRecords.dictionary.filter(({ branch }) => !branch);

/** Writes the header of the table. */
export function writePolicyHead(): string {
  return `\uFEFF${writeCsvRow(policyColumns.map(({ title }) => title))}`;
}

/** Writes a record as lines of the table. Multiple values share a cell, separated by `；`. */
export function writePolicyRows({ letters, ...policy }: PolicyRecord): string {
  const own = new Map<string, string | string[]>(Object.entries(policy));
  return letters
    .map((letter) => {
      const cited = new Map<string, string | string[] | undefined>(Object.entries(letter));
      return writeCsvRow(
        policyColumns.map(({ path: [root = '', , field] }) => {
          const value = (field === undefined ? own.get(root) : cited.get(field)) ?? '';
          return typeof value === 'string' ? value : value.join('；');
        }),
      );
    })
    .join('');
}
