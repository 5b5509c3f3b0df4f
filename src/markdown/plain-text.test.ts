import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test('a letter reads as plain text, without a mark of Markdown', () => {
  const text = plainText(`魏兰委员：

您提出的建议收悉[^1]。**（一）加强领导。**各单位分工负责（吉工信创业\\[2014]270号）。

## 一、关于平台

| 年度 | 长度 |
| --- | ---: |
| 2019 | 12.5 |

3. 第三项
4. 第四项

   第四项的第二段

- 甲
- 乙

<table><tr><td colspan="2"><p>合并</p><p>两段</p></td></tr></table>

![流程图](../../originals/2019/a/x.png)

省发展改革委

[^1]: 初步核算数。
`);
  expect(text).toBe(`魏兰委员：

您提出的建议收悉［1］。（一）加强领导。各单位分工负责（吉工信创业[2014]270号）。

一、关于平台

年度\t长度
2019\t12.5

3. 第三项
4. 第四项
   第四项的第二段

- 甲
- 乙

合并 两段

［图片：流程图］

省发展改革委

注释

1. 初步核算数。
`);
});

test('code in a letter is left out, and an empty letter is empty', () => {
  expect(plainText('甲<script>alert(1)</script>乙')).toBe('甲乙\n');
  expect(plainText('')).toBe('');
});
