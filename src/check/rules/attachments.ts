import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { errorAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { hiddenCharacters } from '../../reply/hidden-character.ts';

const hiddenName =
  'edits.json 里有附件的文件名含有肉眼看不见的字符。请用 dafu convert --force 重新转换原件。';

/** As much of `edits.json` as this rule needs. */
const recordSchema = z.object({
  attachments: z.array(z.object({ name: z.string(), sha256: z.string() })).default([]),
});

/** Every file that came with the original lies beside it, with the SHA-256 that edits.json states. */
export async function attachments(letter: LetterFile, content: string): Promise<Finding[]> {
  const file = letter.frontmatter?.source?.file;
  if (file === undefined) return [];
  const folder = join(content, 'originals', dirname(file));
  const findings: Finding[] = [];
  const at = letter.locate(['source', 'file']);
  for (const { name, sha256 } of await listed(folder)) {
    if (hiddenCharacters(name).length > 0) {
      findings.push(errorAt(letter.path, at, 'hidden-character', hiddenName));
      continue;
    }
    // A name with folders in it would reach beyond the letter's own.
    const bytes = await readFile(join(folder, basename(name))).catch(() => undefined);
    const actual = bytes && createHash('sha256').update(bytes).digest('hex');
    if (actual === sha256) continue;
    const text =
      actual === undefined
        ? `找不到附件 originals/${dirname(file)}/${name}。请放回附件，或用 dafu convert --force 重新转换原件。`
        : `附件 ${name} 的 SHA-256 是 ${actual}，与 edits.json 所记不符：附件可能被改动过。请恢复附件。`;
    findings.push(errorAt(letter.path, at, 'attachment', text));
  }
  return findings;
}

/** What edits.json lists; nothing where it is missing or damaged, which the rule on fidelity tells. */
async function listed(folder: string): Promise<{ name: string; sha256: string }[]> {
  const source = await readFile(join(folder, 'edits.json'), 'utf8').catch(() => '{}');
  try {
    return recordSchema.safeParse(JSON.parse(source)).data?.attachments ?? [];
  } catch {
    return [];
  }
}
