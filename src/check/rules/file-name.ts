import { join } from 'node:path';
import { displayPath } from '../../content-files/display-path.ts';
import type { ContentKind } from '../../content-files/file-names.ts';
import { errorAt, fileStart, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { reservedName } from '../../reply/reserved-name.ts';

/** A letter's file is `replies/<year>/<id>.md` with an ASCII id, in the folder of the year it was issued. */
export function fileName(letter: LetterFile): Finding[] {
  const match = /^(\d{4})\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(letter.name);
  if (!match)
    return [
      errorAt(
        letter.path,
        fileStart,
        'file-name',
        '文件应放在 replies/<年份>/ 之下，文件名只用小写字母、数字和连字符，例如 2019/cppcc-12-2-283.md。',
      ),
    ];
  const [, folder = '', id = ''] = match;
  if (reservedName.test(id)) return [errorAt(letter.path, fileStart, 'file-name', reservedText(id))];
  const year = letter.frontmatter?.issuedOn?.slice(0, 4);
  if (year === undefined || year === folder) return [];
  const text = `成文日期在 ${year} 年，文件却在 ${folder} 文件夹。请核对日期或移动文件。`;
  return [{ ...errorAt(letter.path, letter.locate(['issuedOn']), 'file-name', text), level: 'warning' }];
}

/** Warns of files beside letters and pages that are not published. @param names Paths below the folder. */
export function strayFiles(content: string, kind: ContentKind, names: readonly string[]): Finding[] {
  const ending = kind === 'follow-up' ? '.yml' : '.md';
  return names.map((name) => ({
    ...errorAt(
      displayPath(join(content, kind, name)),
      fileStart,
      'file-name',
      `${kind}/ 之下只有 ${ending} 文件会公开，这个文件不会。请改名或移走。`,
    ),
    level: 'warning',
  }));
}

/** Says that a name cannot be a file's on Windows, where copies of the archive are kept too. */
export function reservedText(name: string): string {
  return `Windows 不允许名为 ${name} 的文件，离线副本会缺少它。请改名。`;
}
