import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorAt, type Finding } from '../../content-files/finding.ts';
import { readFollowUpFile } from '../../content-files/follow-up-file.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { positionsIn } from '../../reply/position.ts';

/**
 * Of a withdrawn letter nothing is left in the content folder but the frontmatter that its page shows: the folder is as
 * public as its repository, and a later change of one field must not publish the text again.
 */
export async function withdrawn(letter: LetterFile, content: string): Promise<Finding[]> {
  const { path, frontmatter, body, bodyAt, source, id } = letter;
  if (frontmatter?.withdrawn === undefined) return [];
  const at = letter.locate(['withdrawn']);
  const finding = (place: { line: number; column: number }, text: string): Finding =>
    errorAt(path, place, 'withdrawn', text);
  const findings: Finding[] = [];
  const first = body.search(/\S/);
  if (first !== -1)
    findings.push(
      finding(
        positionsIn(source)(bodyAt + first),
        '已撤回的答复还留着正文。请删去文件头以下的全部文字，只留文件头。',
      ),
    );
  if (frontmatter.source !== undefined)
    findings.push(finding(letter.locate(['source']), '已撤回的答复不再公开原件。请删去 source 和它的各项。'));
  const received = await readdir(join(content, 'originals', id)).catch(() => []);
  if (received.length > 0)
    findings.push(
      finding(
        at,
        `已撤回的答复还留着收到的文件。请删去文件夹 originals/${id}/；其中有别的答复的原件的，先移到那一件的文件夹。`,
      ),
    );
  if (readFollowUpFile(content, id) !== undefined)
    findings.push(finding(at, `已撤回的答复还留着跟踪记录。请删去 follow-up/${id}.yml。`));
  return findings;
}
