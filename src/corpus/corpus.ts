import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inventLetter, type InventedLetter } from './letter.ts';
import { loadVocabulary } from './vocabulary.ts';

const siteFile = `# 本文件夹由 dafu corpus 生成，全部内容均为虚构。
name: 虚构答复样例
description: 由程序生成的虚构答复，仅供演示、测试与性能测量。
owner: dafu
licence:
  name: 虚构内容，可自由使用
outcomes: {}
synonyms:
  - [养老院, 敬老院, 养老机构, 养老]
  - [补贴, 补助, 津贴]
`;

/**
 * Writes a content folder of invented letters. The same count gives the same bytes, and a smaller corpus is a
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
  const years = new Set<string>();
  for (const letter of inventLetters(count)) {
    const replies = join(folder, 'replies', letter.year);
    if (!years.has(letter.year)) await mkdir(replies, { recursive: true });
    years.add(letter.year);
    await writeFile(join(replies, `${letter.id}.md`), letterFile(letter));
  }
}

/** Yields the letters of a corpus in order. */
export function* inventLetters(count: number): Generator<InventedLetter> {
  const vocabulary = loadVocabulary();
  for (let index = 0; index < count; index += 1) yield inventLetter(index, vocabulary);
}

export function letterFile({ frontmatter, body }: InventedLetter): string {
  return `---\n${stringify(frontmatter, { lineWidth: 0 })}---\n\n${body}`;
}
