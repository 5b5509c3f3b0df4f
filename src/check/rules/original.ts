import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';

/** The received file that a letter names is there, with the SHA-256 that the letter states. */
export async function original(letter: LetterFile, content: string): Promise<Finding[]> {
  const source = letter.frontmatter?.source;
  if (source?.file === undefined) return [];
  const finding = (key: string, text: string): Finding[] => [
    { path: letter.path, ...letter.locate(['source', key]), level: 'error', rule: 'original', text },
  ];
  const bytes = await readFile(join(content, 'originals', source.file)).catch(() => undefined);
  if (!bytes) return finding('file', `找不到原件 originals/${source.file}。请放回原件，或改正 source.file。`);
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (source.sha256 !== undefined && source.sha256 !== actual)
    return finding(
      'sha256',
      `原件的 SHA-256 是 ${actual}，与所记不符：原件可能被改动过。请恢复原件，切勿只改此值。`,
    );
  return [];
}
