import { errorAt, warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { fieldNames } from '../../reply/field-names.ts';
import { undatedYear } from '../../reply/identifier.ts';
import { lackingFields } from '../../reply/required-fields.ts';

/** A draft may lack what a published letter has; and a letter without a date has no year to be published in. */
export function draft({ path, id, data, locate, locateKey }: LetterFile): Finding[] {
  if (typeof data !== 'object' || data === null) return [];
  const isUndated = id.startsWith(`${undatedYear}/`);
  if (!('draft' in data) || data.draft !== true) {
    const text = `${undatedYear} 文件夹里只能有草稿。请补上成文日期，把答复和原件的文件夹移到那一年，并改正 source.file；或用 dafu convert --set issuedOn=日期 重新转换原件。`;
    return isUndated ? [errorAt(path, locate(['issuedOn']), 'draft', text)] : [];
  }
  // Of a letter in the folder of its year the year is known.
  const lacking = lackingFields(data).filter((field) => field !== 'issuedOn' || isUndated);
  const names = lacking.map((field) => `${field}（${fieldNames[field] ?? ''}）`);
  if (names.length === 0) return [];
  const text = `草稿还缺 ${names.join('、')}。补上并删去 draft 一行，才能公开。`;
  return [warningAt(path, locateKey(['draft']), 'draft', text)];
}
