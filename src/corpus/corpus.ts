import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inventDemoLetter, type DemoLetter } from './demo/letter.ts';
import { readPages, siteFile } from './demo/site.ts';
import { inventLetter, type InventedLetter } from './letter.ts';
import { loadVocabulary } from './vocabulary.ts';

export interface CorpusOptions {
  /** Write into a folder that is not empty. */
  force: boolean;
  /**
   * Letters that make sense, with questions that come back, for people to look at. Without it, letters of dictionary
   * words, as frequent as in real text and as long as real letters, for measurements.
   */
  demo: boolean;
}

/**
 * Writes a content folder of invented letters. The same count gives the same bytes, and a smaller corpus is a prefix of
 * a larger one.
 *
 * @param count How many letters.
 * @param folder The content folder; created if missing.
 * @throws Error in Chinese when the folder is not empty and `force` is not set.
 */
export async function writeCorpus(count: number, folder: string, options: CorpusOptions): Promise<void> {
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
  for (const { followUp, ...letter } of options.demo ? inventDemoLetters(count) : inventLetters(count)) {
    const { year, id } = letter;
    await write('replies', year, `${id}.md`, letterFile(letter));
    if (followUp) await write('follow-up', year, `${id}.yml`, stringify(followUp, { lineWidth: 0 }));
  }
}

function* inventDemoLetters(count: number): Generator<DemoLetter> {
  for (let index = 0; index < count; index += 1) yield inventDemoLetter(index);
}

/**
 * Yields letters of dictionary words in order, for measurements: their words are as frequent as in real text, and no two
 * letters have sentences in common.
 */
export function* inventLetters(count: number): Generator<InventedLetter & { followUp?: undefined }> {
  const vocabulary = loadVocabulary();
  for (let index = 0; index < count; index += 1) yield inventLetter(index, vocabulary);
}

export function letterFile({ frontmatter, body }: InventedLetter): string {
  return `---\n${stringify(frontmatter, { lineWidth: 0 })}---\n\n${body}`;
}
