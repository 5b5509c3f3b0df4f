import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, type Conversion } from '../convert/convert.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { tablesBetween } from './body-tables.ts';
import { linesOf } from './lines.ts';

/** An invented letter as a web page, with `inner` between its paragraphs. */
function page(inner: string): Promise<Conversion> {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="关于市政协九届三次会议第37号提案的答复"></head><body><div class="TRS_Editor">
<p>陈望之委员：</p><p>您提出的《关于优化公交线路的提案》（虚构）收悉，现答复如下：</p>${inner}
<p>感谢您对交通工作的关心和支持。</p><p>云溪市交通运输局</p><p>2021年6月18日</p></div></body></html>`;
  return convert(Buffer.from(html), 'page.html');
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('a table of the received file', () => {
  test('becomes a GFM table with its spaces unchanged when no cell is merged', async () => {
    const { record } = await page(
      `<table>${row('线 路', '班次')}${row('1 路', '12')}${row('<p>张 明</p><p>李国强</p>', '2')}</table>`,
    );
    expect(record.body).toContain(
      '\n\n| 线 路 | 班次 |\n| - | - |\n| 1 路 | 12 |\n| 张 明<br>李国强 | 2 |\n\n',
    );
    expect(record.edits).toEqual([]);
    expect(fidelityBreaks(record, record)).toEqual([]);
  });

  test('becomes an HTML table when cells are merged', async () => {
    const { record } = await page(
      `<table><tr><th rowspan="2">片区</th><th colspan="2">站点</th></tr>${row('已建', '在建')}${row('东湖', '3', '12')}</table>`,
    );
    expect(record.body).toContain(
      '<table>\n<tr><th rowspan="2">片区</th><th colspan="2">站点</th></tr>\n<tr><td>已建</td><td>在建</td></tr>\n<tr><td>东湖</td><td>3</td><td>12</td></tr>\n</table>',
    );
    expect(fidelityBreaks(record, record)).toEqual([]);
  });

  test('shows neither the telephone number in a cell nor a row of contacts', async () => {
    const { record } = await page(
      `<table>${row('站点', '备注')}${row('东湖站', '手机13800138000')}${row('联系人：王五', '电话：0500-1234567')}</table>`,
    );
    expect(record.body).toContain('东湖站');
    expect(record.body).not.toMatch(/13800138000|王五|1234567/);
    expect(record.dropped.filter(({ why }) => why === 'private').length).toBeGreaterThanOrEqual(2);
    expect(fidelityBreaks(record, record)).toEqual([]);
  });

  test('does not end the letter with a row that looks like a page footer', async () => {
    const { record } = await page(
      `<table>${row('来源：省级补助', '40万元')}${row('地址：东湖路', '已建')}</table>`,
    );
    expect(record.body).toContain('| 来源：省级补助 | 40万元 |');
    expect(record.frontmatter.signatories).toEqual(['云溪市交通运输局']);
  });

  test('passes the fidelity check whatever its cells contain', () => {
    const text = fc.stringMatching(/^[一三甲乙 9.|*_<>&\\`#[\]-]{0,6}$/u).map(escapeHtml);
    const cell = fc.tuple(
      text,
      fc.constantFrom('', ' colspan="2"', ' rowspan="2"'),
      fc.constantFrom('td', 'th'),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    return fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const written = table.map(
          (cells) =>
            `<tr>${cells.map(([inner, span, tag]) => `<${tag}${span}>${inner}</${tag}>`).join('')}</tr>`,
        );
        const { record } = await page(`<table>${written.join('')}</table>`);
        expect(fidelityBreaks(record, record)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

test('a table belongs to the letter only if all of it is between first line and signature', () => {
  const decoded = ['称谓', '甲', '乙', '署名'].join('\n');
  const lines = linesOf(decoded);
  const table = { at: 3, end: 6, rows: [] };
  expect(tablesBetween(lines, 0, 3, [table])).toEqual([{ rows: [], first: 1, last: 2 }]);
  expect(tablesBetween(lines, 0, 2, [table])).toEqual([]);
  expect(tablesBetween(lines, 1, 3, [table])).toEqual([]);
});
