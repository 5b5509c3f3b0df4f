import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLetterBytes } from '../../check/checked-letter.ts';
import type { Finding } from '../../content-files/finding.ts';
import { writeLetter } from '../../markdown/write-letter.ts';
import { withContentLock } from '../../record/content-lock.ts';
import { writeTogether } from '../../record/writing.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import { replyId, replyYear } from '../../reply/identifier.ts';

/** A letter that was written, or why it was not. */
export type NewLetter = { path: string } | { findings: Finding[] };

/**
 * Writes a new letter, unless the check finds an error in it.
 *
 * @param given The id, where the editor states one.
 * @returns Its path below the content folder.
 * @throws Error in Chinese when there is a letter of that name, UnwritableError.
 */
export async function writeNewLetter(
  content: string,
  frontmatter: Frontmatter,
  given?: string,
): Promise<NewLetter> {
  const id = given ?? replyId(frontmatter, createHash('sha256').update(frontmatter.title).digest('hex'));
  const name = `${replyYear(frontmatter) ?? ''}/${id}.md`;
  const bytes = Buffer.from(writeLetter(frontmatter, salutation(frontmatter)));
  const findings = await checkLetterBytes(content, name, bytes);
  if (findings.some(({ level }) => level === 'error')) return { findings };
  const path = `replies/${name}`;
  await withContentLock(content, async () => {
    const there = await access(join(content, path)).then(
      () => true,
      () => false,
    );
    if (there)
      throw new Error(`${path} 已经有了，没有覆盖。另一件答复请用 --id 给出别的文件名，例如 --id ${id}-2。`);
    await writeTogether(content, [{ path, bytes }]);
  });
  return { path };
}

/** The beginning of the letter, below which its text is to be written. */
function salutation({ recipients, proposal }: Frontmatter): string {
  if (recipients === undefined) return '';
  const title = proposal?.assembly === '政协' ? '委员' : proposal?.assembly === '人大' ? '代表' : '';
  // A long name is a body's.
  return `${recipients.map((name) => (name.length <= 4 ? `${name}${title}` : name)).join('、')}：\n`;
}
