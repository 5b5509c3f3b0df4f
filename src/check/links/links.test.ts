import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LinkedFiles } from './broken-links.ts';
import { checkLinks } from './link-findings.ts';
import { readPageLinks } from './page-links.ts';

let folder: string;
let edition: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-links-'));
  edition = join(folder, 'dist');
  content = join(folder, 'content');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const linkedFiles = (redirects?: ReadonlyMap<string, string>): LinkedFiles => ({
  ...(redirects && { redirects }),
  files: new Set(
    readdirSync(edition, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(edition, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  ),
  read: (path) => readFileSync(join(edition, path), 'utf8'),
});
const page = (html: string) => `<!doctype html><html><body>${html}</body></html>`;
const findings = async (redirects?: ReadonlyMap<string, string>) =>
  (await checkLinks(linkedFiles(redirects), content)).map(({ path, line, column, text }) => ({
    at: `${path.startsWith('/') ? relative(folder, path) : path}:${line}:${column}`,
    text,
  }));

test('links to files, anchors and other hosts of a sound edition are found sound', async () => {
  write('dist/assets/收文 1.txt', '');
  write('dist/years/2020.html', page('<h1 id="h-一">年</h1>'));
  write(
    'dist/index.html',
    page(
      '<main id="content"><a href="#content"></a><a href="#top"></a><a href="#"></a><a href="years/2020.html?q=a#h-%E4%B8%80"></a><a href="assets/%E6%94%B6%E6%96%87%201.txt"></a><a href="https://example.org/x"></a><a href="mailto:a@example.org"></a></main>',
    ),
  );
  expect(await findings()).toEqual([]);
});

test('a broken link of a letter is reported at its place in the Markdown', async () => {
  write(
    'content/replies/2020/a.md',
    '---\ntitle: 题\n---\n\n甲代表：\n\n见[去年的答复](../2019/b%20c.html)。\n',
  );
  write('dist/replies/2020/a.html', page('<p>见<a href="../2019/b%20c.html">去年的答复</a>。</p>'));
  expect(await findings()).toEqual([
    {
      at: 'content/replies/2020/a.md:7:2',
      text: '链接 ../2019/b%20c.html 打不开：本站没有 replies/2019/b c.html。请改正链接，或补上该文件。',
    },
  ]);
});

test.each([
  ['an anchor that is not there', '[文](b.html#p9)', 'b.html#p9', '没有 #p9 这个位置', '3:1'],
  ['a link to Markdown', '甲[文](b.md)', 'b.md', '是否应为 b.html？', '3:2'],
  ['a link from the root', '[文](/b.html)', '/b.html', '以 / 开头', '3:1'],
  ['a link to a folder', '[文](./)', './', '文件夹', '3:1'],
  ['an empty link', '[文]()', '', '链接是空的', '3:1'],
  ['a reference', '[文][一]\n\n[一]: c.html', 'c.html', '本站没有 c.html', '5:1'],
  ['an image', '![图](图.png)', '图.png', '本站没有 图.png', '3:1'],
  [
    'a link in HTML',
    '<table><tr>\n<td><a href="c.html">文</a></td></tr></table>',
    'c.html',
    '没有 c.html',
    '4:8',
  ],
])('%s is reported', async (_, markdown, address, said, at) => {
  write('content/pages/a.md', `---\n---\n${markdown}\n`);
  write('dist/b.html', page('<p id="p1">乙</p>'));
  write('dist/index.html', page(''));
  const element = markdown.startsWith('!')
    ? `<img src="${encodeURI(address)}">`
    : `<a href="${address}">文</a>`;
  write('dist/a.html', page(element));
  const [found, ...others] = await findings();
  expect(others).toEqual([]);
  expect(found?.text).toContain(said);
  expect(found?.at).toBe(`content/pages/a.md:${at}`);
});

test('a broken link that a template makes on every page is reported once, with its page', async () => {
  for (const name of ['a', 'b', 'c']) write(`dist/${name}.html`, page('\n<a href="gone.html">文</a>'));
  expect(await findings()).toEqual([
    {
      at: 'a.html:2:1',
      text: '链接 gone.html 打不开：本站没有 gone.html。请改正链接，或补上该文件。这是网页模板写的链接（另有 2 处相同）。',
    },
  ]);
});

test('what only looks like a link is none', () => {
  const { links, ids } = readPageLinks(
    '<!-- <a href="a"> --><script>"<a href=b>"</script><p title=" href=c id=d">x href="e" id="f"</p><a data-href="g" href=\'h&amp;i\' id=j>',
  );
  expect(links.map(({ address }) => address)).toEqual(['h&i']);
  expect([...ids]).toEqual(['j']);
});

/** An attribute as a serialiser may write it, in each of the three ways of quoting. */
const attribute = fc
  .tuple(
    fc.constantFrom('id', 'href', 'src', 'data', 'action', 'poster', 'class', 'data-id', 'title', 'hidden'),
    fc.constantFrom('="', "='", '=', ' = "', ''),
    fc.string({ unit: fc.constantFrom('a', '#', '/', '>', '<', '=', ' ', '&amp;', '题', ';'), maxLength: 6 }),
  )
  .map(([name, sign, value]) => {
    const quote = sign.at(-1) ?? '';
    const text = quote === '=' ? `x${value.replaceAll(/[ ></=]/g, '')}` : value;
    return { name, text: sign === '' ? name : `${name}${sign}${text}${quote === '=' ? '' : quote}` };
  });
const tag = fc
  .tuple(
    fc.constantFrom('p', 'div', 'span', 'img', 'br'),
    fc.uniqueArray(attribute, { selector: ({ name }) => name, maxLength: 4 }),
    fc.constantFrom('>', ' >', ' />'),
  )
  .map(([name, attributes, end]) => `<${[name, ...attributes.map(({ text }) => text)].join(' ')}${end}`);

test('links and anchors are those that an HTML parser finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(tag, fc.constantFrom('文 href="a" ', '<!-- <a id=b> -->', '</p>'))),
      (parts) => {
        const html = parts.join('');
        const found = { links: [] as string[], ids: [] as string[] };
        const walk = (node: DefaultTreeAdapterTypes.Node) => {
          for (const { name, value } of 'attrs' in node ? node.attrs : [])
            if (name === 'id') found.ids.push(value);
            else if (['href', 'src', 'data', 'action', 'poster'].includes(name)) found.links.push(value);
          if ('childNodes' in node) node.childNodes.forEach(walk);
        };
        walk(parseFragment(html));
        const { links, ids } = readPageLinks(html);
        expect(links.map(({ address }) => address).sort()).toEqual(found.links.sort());
        expect([...ids].sort()).toEqual([...new Set(found.ids)].sort());
      },
    ),
  );
});

test('the anchor of a link to an old address is looked for where that address leads', async () => {
  write('dist/old.html', page('<a href="new.html"></a>'));
  write('dist/new.html', page('<p id="p1"></p>'));
  write('dist/index.html', page('<a href="old.html#p1"></a><a href="old.html#p2"></a>'));
  const found = await findings(new Map([['old.html', 'new.html']]));
  expect(found.map(({ text }) => text)).toEqual([expect.stringContaining('new.html 里没有 #p2 这个位置')]);
});
