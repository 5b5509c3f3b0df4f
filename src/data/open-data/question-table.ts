import { z } from 'zod';
import { address } from '../../archive/address.ts';
import type { QuestionsPage } from '../relations/question-pages.ts';
import { writeCsvRow } from './csv-row.ts';
import { describeRecords } from './record-schema.ts';

/** A row of the table of questions that were asked repeatedly. */
const questionSchema = z.strictObject({
  place: z.string().meta({
    title: '问题',
    description: '问题在“重复提出的问题”里的位置：页和锚点。案由相近的建议、提案为同一个问题',
  }),
  title: z.string().meta({ title: '案由', description: '与其他各件最相近的案由' }),
  letter: z.string().meta({ title: '标识', description: '答复这个问题的一件；同一问题的按日期排列' }),
});

/** The columns of the table. */
export const questionColumns = describeRecords(questionSchema, {
  title: '重复提出的问题',
  description: '案由相近、在不同会议或不同地方提出的建议和提案',
}).dictionary;

/** Writes the table of questions that were asked repeatedly as CSV, in the order of their pages. */
export function writeQuestionTable(pages: readonly QuestionsPage[]): string {
  const first = new Map<string, number>();
  const rows = pages.flatMap(({ number, shown }) =>
    shown.flatMap(({ anchor, title, letters }) => {
      const page = first.get(anchor) ?? number;
      first.set(anchor, page);
      const place = `${address.questionsPage(page)}#${anchor}`;
      return letters.map(({ id }) => writeCsvRow([place, title, id]));
    }),
  );
  return `\uFEFF${writeCsvRow(questionColumns.map(({ title }) => title))}${rows.join('')}`;
}
