import type { Finding } from '../finding.ts';
import type { LetterFile } from '../letter-file.ts';

/** A letter's file is `replies/<year>/<id>.md` with an ASCII id, in the folder of the year it was issued. */
export function fileName(letter: LetterFile): Finding[] {
  const finding = (level: Finding['level'], text: string, keys: string[] = []): Finding[] => [
    { path: letter.path, ...letter.locate(keys), level, rule: 'file-name', text },
  ];
  const match = /^(\d{4})\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/.exec(letter.name);
  if (!match)
    return finding(
      'error',
      '文件应放在 replies/<年份>/ 之下，文件名只用小写字母、数字和连字符，例如 2019/cppcc-12-2-283.md。',
    );
  const year = letter.frontmatter?.issuedOn?.slice(0, 4);
  if (year !== undefined && year !== match[1])
    return finding(
      'warning',
      `成文日期在 ${year} 年，文件却在 ${match[1] ?? ''} 文件夹。请核对日期或移动文件。`,
      ['issuedOn'],
    );
  return [];
}
