import { describe, expect, test } from 'vitest';
import { letterBlocks } from './blocks.ts';
import { renderPage } from './rendered-page.ts';

const letter = `魏兰委员：

您提出的建议收悉，现答复如下：

## 一、关于平台

**（一）加强领导。**各单位 GDP 增长[^1]。

### （一）载体

- 第一项
- 第二项

  第二项的第二段

| 名称 | 数量 |
| --- | --- |
| 基地 | 35个 |

<table><caption>表二</caption><tr><td colspan="2" onclick="x()"><p>合并</p><p>两段</p></td></tr><tr><td>左</td><td id="p1">右</td></tr></table>

## 二、其他

<center>居中</center> 行外

> 引用一段

<div>甲<p>乙</p>丙</div>

[^1]: 初步核算数。
`;

function page(markdown: string): string {
  return renderPage(markdown).html;
}

describe('the blocks of a letter', () => {
  test('are its headings, paragraphs, items and cells in order, each with its anchor', () => {
    expect(letterBlocks(letter).map(({ kind, id, text }) => `${kind} ${id} ${text}`)).toEqual([
      'paragraph p1 魏兰委员：',
      'paragraph p2 您提出的建议收悉，现答复如下：',
      'heading s1 一、关于平台',
      'paragraph p3 （一）加强领导。各单位 GDP 增长。',
      'heading s1-1 （一）载体',
      'paragraph p4 第一项',
      'paragraph p5 第二项',
      'paragraph p6 第二项的第二段',
      'table t1-1 名称',
      'cell t1-1 数量',
      'row t1-2 基地',
      'cell t1-2 35个',
      'paragraph p7 表二',
      'table t2-1 合并 ¶ 两段',
      'row t2-2 左',
      'cell t2-2 右',
      'heading s2 二、其他',
      'paragraph p8 居中 行外',
      'paragraph p9 引用一段',
      'paragraph p10 甲 ¶ 丙',
      'paragraph p11 乙',
      'heading s3 注释',
      'paragraph p12 初步核算数。',
    ]);
  });

  test('have the anchors that the page has', () => {
    const html = page(letter);
    for (const { id, kind } of letterBlocks(letter)) {
      expect(html.split(`id="${id}"`), `${kind} ${id}`).toHaveLength(2);
    }
  });
});

test('a note and a table in a paragraph are written as a browser reads them', () => {
  expect(renderPage('甲[^1]\n\n[^1]: 乙\n').html).toContain('data-footnote-ref=""');
  expect(renderPage('甲 <table><tr><td>乙</td></tr></table>\n').html).not.toMatch(
    /<p[^>]*>(?:(?!<\/p>).)*<table/s,
  );
});
