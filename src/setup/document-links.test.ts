import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { describe, expect, it, test } from 'vitest';

const documents = ['*.md', 'bench/*.md', 'docs/**/*.md', '.github/**/*.md'].flatMap((pattern) =>
  globSync(pattern),
);

/** Paths from the root of the repository that a document links to, or names as code in one of its folders. */
function namedPaths(document: string, markdown: string): string[] {
  const paths: string[] = [];
  visit(remark().parse(markdown), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const [path = ''] = node.url.split(/[?#]/);
      if (path !== '' && !/^[a-z]+:/i.test(path)) paths.push(join(dirname(document), decodeURI(path)));
    }
    if (node.type === 'inlineCode' && /^(?:src|e2e|bench|docs|\.github)\/[\w./-]+$/.test(node.value))
      paths.push(node.value);
  });
  return paths;
}

test.each(documents)('every file that %s links to or names exists', (document) => {
  const paths = namedPaths(document, readFileSync(document, 'utf8'));
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

describe('the paths of a document', () => {
  it('are those of links, images and code', () => {
    const markdown =
      '[a](../a.md#b) ![b](b.png) [c][c] `src/c.ts` `npm test`\n\n[c]: https://example.org\n\n`content/<year>/x.md`';
    expect(namedPaths('docs/x.md', markdown)).toEqual(['a.md', 'docs/b.png', 'src/c.ts']);
  });
});
