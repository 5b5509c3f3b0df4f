import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inventDemoLetter } from './demo/letter.ts';
import { readPages, siteFile } from './demo/site.ts';
import { inventLetter, type InventedLetter } from './letter.ts';
import { loadVocabulary } from './vocabulary.ts';

/**
 * Writes a content folder of invented letters that make sense, for demonstrations and tests. The same count gives the same bytes, and a smaller corpus is a
 * prefix of a larger one.
 *
 * @param count How many letters.
 * @param folder The content folder; created if missing.
 * @param options.force Write into a folder that is not empty.
 * @throws Error in Chinese when the folder is not empty and `force` is not set.
 */
export async function writeCorpus(count: number, folder: string, options: { force: boolean }): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (!options.force && (await readdir(folder)).length > 0)
    throw new Error(`${folder} 不是空文件夹。请换一个文件夹，或加 --force 覆盖其中同名的文件。`);
  await mkdir(join(folder, 'originals'), { recursive: true });
  await mkdir(join(folder, 'pages'), { recursive: true });
  await writeFile(join(folder, 'site.yml'), siteFile);
  for (const [name, text] of Object.entries(await readPages()))
    await writeFile(join(folder, 'pages', name), text);
  const folders = new Set<string>();
  const write = async (kind: string, year: string, name: string, text: string) => {
    const to = join(folder, kind, year);
    if (!folders.has(to)) await mkdir(to, { recursive: true });
    folders.add(to);
    await writeFile(join(to, name), text);
  };
  for (let index = 0; index < count; index += 1) {
    const { followUp, ...letter } = inventDemoLetter(index);
    const { year, id } = letter;
    await write('replies', year, `${id}.md`, letterFile(letter));
    if (followUp) await write('follow-up', year, `${id}.yml`, stringify(followUp, { lineWidth: 0 }));
  }
}

/**
 * Yields letters of dictionary words in order, for measurements: their words are as frequent as in real text, and no two
 * letters have sentences in common.
 */
export function* inventLetters(count: number): Generator<InventedLetter> {
  const vocabulary = loadVocabulary();
  for (let index = 0; index < count; index += 1) yield inventLetter(index, vocabulary);
}

export function letterFile({ frontmatter, body }: InventedLetter): string {
  return `---\n${stringify(frontmatter, { lineWidth: 0 })}---\n\n${body}`;
}
