import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatByteSize } from '../data/wording/byte-size.ts';
import { address } from '../archive/address.ts';
import { manifestFiles, measureEdition } from './edition-manifest.ts';

/**
 * Fills in what the archive's page can state only once all other files are written: their number and total
 * size, and the commit. The size is approximate: it excludes the manifest, which lists this page.
 */
export async function fillArchivePage(folder: string, { commit }: { commit: string | null }): Promise<void> {
  const { files, bytes } = await measureEdition(folder);
  const facts: Record<string, string> = {
    files: `${files + manifestFiles.length} 个`,
    size: `约 ${formatByteSize(bytes)}`,
    commit: commit ?? '未记录（内容不在版本库中，或构建时有未提交的改动）',
  };
  const page = join(folder, address.archive);
  const html = await readFile(page, 'utf8');
  const filled = html.replace(
    /(<dd data-fact="(\w+)">)[^<]*/g,
    (whole, start: string, name: string) => start + (facts[name] ?? whole),
  );
  await writeFile(page, filled);
}
