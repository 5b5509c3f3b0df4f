import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from '../../../src/corpus/corpus.ts';
import { buildSearch } from '../../../src/search/indexing/index-builder.ts';
import type { EngineSite } from './engine.ts';

const program = fileURLToPath(new URL('../../../src/cli/dafu.mjs', import.meta.url));

/**
 * Ours: an edition of one letter, whose index is replaced by that of the corpus. The search page is the real
 * one; the letters' pages, which no search opens, are not rendered.
 */
export const site: EngineSite = {
  page: 'search.html',
  index: 'search',
  async prepare(out) {
    const content = await mkdtemp(join(tmpdir(), 'dafu-bench-'));
    try {
      await writeCorpus(1, content, { force: true, demo: false });
      const args = [program, 'build', '--content', content, '--out', out];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      await rm(join(out, 'search'), { recursive: true });
    } finally {
      await rm(content, { recursive: true });
    }
  },
  async build(out, letters) {
    await buildSearch(letters, out);
  },
};
