import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { displayPath } from '../../content-files/display-path.ts';
import { fileStart, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';

/** As much of edits.json, and of the frontmatter of a draft that satisfies no schema yet, as names files. */
const recordSchema = z.object({ attachments: z.array(z.object({ name: z.string() })).default([]) });
const sourceSchema = z.object({ source: z.object({ file: z.string() }) });

const advice =
  '不会公开。是收到的附件，请用 dafu convert --force --with 重新转换原件，把它登记进来；不是的，请移出 originals/。';

/**
 * Files below `originals/` that no letter names as its original and no edits.json as an attachment: only
 * recorded files are published. It looks at all letters together, for one may share the folder of another.
 */
export async function unrecorded(letters: readonly LetterFile[], content: string): Promise<Finding[]> {
  const originals = join(content, 'originals');
  const entries = await readdir(originals, { recursive: true, withFileTypes: true }).catch(() => []);
  const recorded = new Set<string>();
  for (const { data } of letters) {
    const file = sourceSchema.safeParse(data).data?.source.file;
    if (file === undefined) continue;
    recorded.add(file).add(`${dirname(file)}/edits.json`);
    for (const name of await attachmentNames(join(originals, dirname(file))))
      recorded.add(`${dirname(file)}/${name}`);
  }
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.git'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !recorded.has(file.slice(originals.length + 1).replaceAll('\\', '/')))
    .map((file): Finding => ({
      path: displayPath(file),
      ...fileStart,
      level: 'warning',
      rule: 'unrecorded',
      text: `没有答复或 edits.json 登记这个文件，${advice}`,
    }));
}

async function attachmentNames(folder: string): Promise<string[]> {
  const source = await readFile(join(folder, 'edits.json'), 'utf8').catch(() => '{}');
  try {
    return (recordSchema.safeParse(JSON.parse(source)).data?.attachments ?? []).map(({ name }) => name);
  } catch {
    // Damaged: the rule on fidelity reports it.
    return [];
  }
}
