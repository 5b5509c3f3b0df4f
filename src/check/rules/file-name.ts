import { join } from 'node:path';
import { displayPath } from '../../content-files/display-path.ts';
import type { ContentKind } from '../../content-files/file-names.ts';
import { errorAt, fileStart, warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { replyId } from '../../reply/identifier.ts';
import { isSameNumber } from '../../reply/proposal-form.ts';
import { letterId } from '../../reply/letter-id.ts';
import { reservedName } from '../../reply/reserved-name.ts';

/** `cppcc-12-2-283`: assembly, term and session, and number of the proposal, maybe with a suffix. */
const ofProposal = /^(?<session>(?:cppcc|npc)-\d+-\d+)-(?<number>.+)$/;

/** A letter's file is `replies/<year>/<id>.md` with an ASCII id, in the folder of the year it was issued. */
export function fileName(letter: LetterFile): Finding[] {
  const match = letter.name.endsWith('.md') ? letterId.exec(letter.id) : null;
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
  const warning = (keys: readonly string[], text: string): Finding =>
    warningAt(letter.path, letter.locate(keys), 'file-name', text);
  const findings: Finding[] = [];
  const year = letter.frontmatter?.issuedOn?.slice(0, 4);
  if (year !== undefined && year !== folder)
    findings.push(
      warning(['issuedOn'], `成文日期在 ${year} 年，文件却在 ${folder} 文件夹。请核对日期或移动文件。`),
    );
  const expected = replyId(letter.frontmatter ?? {}, '');
  // Only a name that claims to be of a proposal can contradict its fields.
  // Who assists in a reply writes a letter of its own on the same proposal.
  if (letter.frontmatter?.role !== '会办' && contradicts(id, expected))
    findings.push(
      warning(
        ['proposal', 'number'],
        `按 proposal（所答复的提案），文件名应是 ${expected}.md（后面可加 -后缀），现为 ${id}.md。请核对；已公开的不要改名。`,
      ),
    );
  return findings;
}

/** Whether two ids are of different proposals; zeros and codes before the number may be left out. */
function contradicts(id: string, expected: string): boolean {
  const [own, stated] = [id, expected].map((one) => ofProposal.exec(one)?.groups);
  if (own === undefined || stated === undefined) return false;
  const number = own.number ?? '';
  const serial = stated.number ?? '';
  const begins = (length: number) => isSameNumber(number.slice(0, length), serial);
  const ends = [...number.matchAll(/-|$/g)].map(({ index }) => index);
  return own.session !== stated.session || !ends.some(begins);
}

/** Warns of files beside letters and pages that are not published. @param names Paths below the folder. */
export function strayFiles(content: string, kind: ContentKind, names: readonly string[]): Finding[] {
  const ending = kind === 'follow-up' ? '.yml' : '.md';
  return names.map((name) =>
    warningAt(
      displayPath(join(content, kind, name)),
      fileStart,
      'file-name',
      `${kind}/ 之下只有 ${ending} 文件会公开，这个文件不会。请改名或移走。`,
    ),
  );
}

/** Says that a name cannot be a file's on Windows, where copies of the archive are kept too. */
export function reservedText(name: string): string {
  return `Windows 不允许名为 ${name} 的文件，离线副本会缺少它。请改名。`;
}
