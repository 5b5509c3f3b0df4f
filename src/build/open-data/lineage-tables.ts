import { address } from '../../archive/address.ts';
import { writeCommonTextTable } from '../../data/open-data/common-text-table.ts';
import { writeQuestionTable } from '../../data/open-data/question-table.ts';
import { paginateQuestions } from '../../data/relations/question-pages.ts';
import type { ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';

/** Writes the tables of the letters with text in common, and of the questions that were asked repeatedly. */
export function writeLineageTables(
  edition: EditionFolder,
  { commonText: { pairs }, questions }: Pick<ContentSnapshot, 'commonText' | 'questions'>,
): void {
  const tables = [
    { name: 'common-text.csv', text: writeCommonTextTable(pairs) },
    { name: 'questions.csv', text: writeQuestionTable(paginateQuestions(questions)) },
  ];
  for (const { name, text } of tables) edition.write(address.dataFile(name), digest(text), text);
}
