import { rehype } from 'rehype';
import { expect, test } from 'vitest';
import { rehypeWideTables } from './rehype-wide-tables.ts';

test('a table is in a frame that the keyboard reaches; a table within a table is not', () => {
  const html = '<table><tbody><tr><td><table></table></td></tr></tbody></table>';
  const framed = rehype()
    .data('settings', { fragment: true })
    .use(rehypeWideTables)
    .processSync(`<p>前</p>${html}`)
    .toString();
  expect(framed).toBe(
    `<p>前</p><div class="wide-table" role="group" aria-label="表格" tabindex="0">${html}</div>`,
  );
});
