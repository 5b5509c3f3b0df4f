import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { editsFileSchema, listedFiles, readEditsFile } from '../../record/edits-file.ts';
import { hiddenCharacters } from '../../reply/hidden-character.ts';
import { publishedName } from '../../reply/original/published-name.ts';

const hiddenName =
  'edits.json 里有附件的文件名含有肉眼看不见的字符。请用 dafu convert --force 重新转换原件。';

const checkedFields = editsFileSchema.pick({ attachments: true, doubts: true });

/**
 * Every file that came with the original, and every picture of a doubt, lies beside it, with the SHA-256 that
 * edits.json states, and is published under a name of its own.
 */
export async function attachments(letter: LetterFile, content: string): Promise<Finding[]> {
  const file = letter.frontmatter?.source?.file;
  if (file === undefined) return [];
  const folder = join(content, 'originals', dirname(file));
  const at = letter.locate(['source', 'file']);
  const finding = (text: string): Finding => errorAt(letter.path, at, 'attachment', text);
  const reading = await readEditsFile(folder, checkedFields);
  if (reading.status === 'invalid')
    return [
      finding(
        'edits.json 所列的附件有误：附件名应是单纯的文件名，并记有 SHA-256。请用 dafu convert --force 重新转换原件。',
      ),
    ];
  // Without a readable record no attachment is known: the rule on fidelity reports that.
  if (reading.status !== 'read') return [];
  const findings: Finding[] = [];
  const received = await readFile(join(content, 'originals', file)).catch(() => undefined);
  const published = new Map([[publishedAs(file, received), file]]);
  for (const { name, sha256 } of listedFiles(reading.record)) {
    if (hiddenCharacters(name).length > 0) {
      findings.push(errorAt(letter.path, at, 'hidden-character', hiddenName));
      continue;
    }
    const path = `${dirname(file)}/${name}`;
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    const actual = bytes && createHash('sha256').update(bytes).digest('hex');
    if (actual === undefined)
      findings.push(
        finding(`找不到附件 originals/${path}。请放回附件，或用 dafu convert --force 重新转换原件。`),
      );
    else if (actual !== sha256)
      findings.push(
        finding(
          `附件 ${name} 的 SHA-256 是 ${actual}，与 edits.json 所记不符：附件可能被改动过。请恢复附件。`,
        ),
      );
    const shown = publishedAs(path, bytes);
    const other = published.get(shown);
    if (other !== undefined)
      findings.push(
        finding(
          `附件 ${name} 和 ${other} 公开后会是同一个文件名。请改名后用 dafu convert --force 重新转换。`,
        ),
      );
    published.set(shown, path);
  }
  return findings;
}

/** The published path without regard to case, so that it is a separate file on every system. */
function publishedAs(path: string, bytes = new Uint8Array()): string {
  return publishedName(path, bytes).normalize('NFC').toLowerCase();
}
