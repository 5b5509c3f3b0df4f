import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutFrontmatter } from './frontmatter-block.ts';

test.each([
  ['---\na: b\n---\n甲\n', 'a: b\n', '甲\n'],
  ['---\r\na: b\r\n---\r\n甲\r\n', 'a: b\r\n', '甲\r\n'],
  ['---\n---\n', '', ''],
  ['---\na: b\n---', 'a: b\n', ''],
  ['---\na: b\n----\n --- \n---\n---\n', 'a: b\n----\n --- \n', '---\n'],
])('%j is cut at its first line of three hyphens', (source, yaml, body) => {
  const block = cutFrontmatter(source);
  expect(block?.yaml).toBe(yaml);
  expect(source.slice(block?.end)).toBe(body);
});

test.each([
  ['no opening line', 'a: b\n---\n'],
  ['a byte order mark', '\ufeff---\na: b\n---\n'],
  ['an empty line above', '\n---\na: b\n---\n'],
  ['a space after the hyphens', '--- \na: b\n---\n'],
  ['no closing line', '---\na: b\n'],
  ['a closing line after U+2028', '---\na: b\u2028---\n'],
  ['a closing line after U+2029', '---\na: b\u2029---\n'],
  ['a closing line after a lone CR', '---\na: b\r---\n'],
  ['a closing line after U+0085', '---\na: b\u0085---\n'],
])('%s is no frontmatter', (_, source) => {
  expect(cutFrontmatter(source)).toBeUndefined();
});

test('what is cut is the file, and its YAML has no line that would close it', () => {
  const part = fc.constantFrom('---', '---\n', '\n', '\r\n', '\r', '\u2028', ' ', 'a: b', '甲');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const source = `---\n${parts.join('')}`;
      const block = cutFrontmatter(source);
      if (!block) return;
      expect(block.yaml.split('\n').map((line) => line.replace(/\r$/, ''))).not.toContain('---');
      expect(source.slice(0, block.end)).toMatch(new RegExp(`^---\n[^]{${block.yaml.length}}---\r?\n?$`));
      expect(source.slice(4, 4 + block.yaml.length)).toBe(block.yaml);
    }),
  );
});
