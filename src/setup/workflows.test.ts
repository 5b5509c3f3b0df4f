import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(globSync('{.github/workflows,deploy/github-actions,src/init/archive/_github/workflows}/*.yml'))(
  'every action of %s is pinned by commit, with its version beside it',
  (file) => {
    const used = readFileSync(file, 'utf8').match(/(?<=\buses: ).+/g) ?? [];
    expect(used).not.toEqual([]);
    expect(used.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d/.test(action))).toEqual([]);
  },
);
