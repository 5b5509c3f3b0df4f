import { describe, expect, test } from 'vitest';
import { ReadError, type Reading } from '../reading.ts';
import { readHtml } from './html.ts';

const opening = '<p>林若水委员：</p><p>您提出的建议收悉，现答复如下。（虚构）</p>';

function read(html: string): Reading {
  return readHtml(new TextEncoder().encode(html));
}

function inBody(html: string): Reading {
  return read(`<div id="zoom">${opening}<p>${html}</p></div>`);
}

const lastLine = ({ decoded }: Reading) => decoded.split('\n').at(-1);
const reported = ({ messages }: Reading) =>
  messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

describe('formatting that carries meaning', () => {
  test.each([
    ['供水620万m<sup>3</sup>', '供水620万m³'],
    ['3.5×10<sup>4</sup>万元', '3.5×10⁴万元'],
    ['CO<sub>2</sub>排放', 'CO₂排放'],
    ['10<span style="font-size:9px; vertical-align: super">-6</span>克', '10⁻⁶克'],
    ['10<span style="vertical-align:50%">4</span>万元', '10⁴万元'],
    ['10<span style="position:relative;top:-4.0pt;mso-text-raise:4.0pt">4</span>万元', '10⁴万元'],
    ['约<span style="vertical-align:-1px">四十公里</span>', '约四十公里'],
    ['约<span style="position:relative;top:-4px">四十公里</span>', '约四十公里'],
    ['普及率99.2%<sup><a href="#_ftn1">1</a></sup>。', '普及率99.2%¹。'],
    ['见注释<sup>[1]</sup>。', '见注释[1]。'],
  ])('%s', (html, text) => {
    const reading = inBody(html);
    expect(lastLine(reading)).toBe(text);
    expect(reported(reading)).toEqual([]);
  });

  test('a raised text without signs of its own is reported', () => {
    const reading = inBody('增长10<sup>2倍</sup>');
    expect(lastLine(reading)).toBe('增长102倍');
    expect(reported(reading)).toEqual(['flattened-script 3:5']);
  });

  test.each(['<del>46.5</del>', '<s>46.5</s>', '<span style="text-decoration:line-through">46.5</span>'])(
    '%s is left out and reported',
    (struck) => {
      const reading = inBody(`改造${struck}<ins>38.2</ins>公里`);
      expect(lastLine(reading)).toBe('改造38.2公里');
      expect(reported(reading)).toEqual(['struck-text 3:3']);
    },
  );

  test.each([
    [
      '<tr style="text-decoration:line-through"><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>',
      '\t\n乙\t2',
    ],
    [
      '<tr><td>甲</td><td><s>1</s></td></tr><tr><td>乙</td><td style="text-decoration:line-through">2</td></tr>',
      '甲\t\n乙\t',
    ],
  ])('a cell that is struck out is left out and reported: %s', (rows, text) => {
    const reading = inBody(`</p><table>${rows}</table><p>丙`);
    expect(reading.decoded).toContain(`\n${text}\n丙`);
    expect(reading.messages.map(({ rule }) => rule)).toEqual(['struck-text', 'struck-text']);
  });

  test.each([
    ['10<sup><del>旧</del>4</sup>万', '10⁴万', 'struck-text'],
    ['10<sup><b>4<i style="display:none">9</i></b></sup>万', '10⁴万', 'hidden-text'],
  ])('what is struck or hidden in a raised text is left out: %s', (html, text, code) => {
    const reading = inBody(html);
    expect(lastLine(reading)).toBe(text);
    expect(reading.messages.map(({ rule }) => rule)).toEqual([code]);
  });

  test.each([
    ['<input value="38.2">', 'form-fields'],
    ['<input type="checkbox" checked>', 'form-fields'],
    ['<select><option>甲<option selected>乙</select>', 'form-fields'],
    ['<ruby><rt>cáo</rt></ruby>', 'ruby'],
    ['<span style="display:none">46.5</span>', 'hidden-text'],
    ['<iframe src="table.html"></iframe>', 'unread-part'],
  ])('%s is reported', (html, code) => {
    const reading = inBody(`改造${html}公里`);
    expect(lastLine(reading)).toBe('改造公里');
    expect(reading.messages.map(({ rule }) => rule)).toEqual([code]);
  });

  test('a formula is written on one line in its order', () => {
    const formula =
      '<math><mi>R</mi><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>';
    const reading = inBody(`按${formula}计算`);
    expect(lastLine(reading)).toBe('按R=(a+1)/b²计算');
    expect(reported(reading)).toEqual(['equation 3:2']);
  });

  test('text in a drawing and hidden text are reported', () => {
    const reading = inBody(
      '甲<svg><text>文字</text></svg>乙<span style="display:none">这一段文字没有人看得见</span>丙',
    );
    expect(lastLine(reading)).toBe('甲乙丙');
    expect(reported(reading)).toEqual(['unread-drawing 3:2', 'hidden-text 3:3']);
  });
});

describe('a letter that the page does not show', () => {
  test('is read where a script would show it', () => {
    const reading = read(
      `<meta property="og:title" content="虚构的标题"><div id="js_content" style="visibility: hidden;">${opening}</div>`,
    );
    expect(reading.decoded).toBe('标题：虚构的标题\n林若水委员：\n您提出的建议收悉，现答复如下。（虚构）');
    expect(reported(reading)).toEqual([]);
  });

  test.each([
    ['in a tab that is not chosen', `<p>提案内容</p><div style="display:none">${opening}</div>`],
    ['in a form field', '<textarea>林若水委员：\n您提出的建议收悉，现答复如下。（虚构）</textarea>'],
  ])('is read %s, and the editor is reported', (_, html) => {
    const reading = read(html);
    expect(reading.decoded).toContain('林若水委员：\n您提出的建议收悉');
    expect(reported(reading)).toContain('concealed-letter 1:1');
  });

  test('stays hidden where a visible text opens a letter', () => {
    const reading = read(
      `<div>${opening}<p>已经办理完毕，感谢您的关心。</p></div><div hidden>${opening}<p>旧文</p></div>`,
    );
    expect(reading.decoded).not.toContain('旧文');
  });

  test.each([
    ['a frame', '<p>标题</p><iframe src="./a/P01.pdf"></iframe>', 'framed-letter', 'P01.pdf'],
    [
      'a script',
      '<p>标题</p><script>document.write("<p>关于供水的答复</p>")</script>',
      'scripted-letter',
      '脚本',
    ],
    [
      'pictures',
      '<p>标题</p><img src="1.jpg"><img src="2.jpg">',
      'pictured-letter',
      '2 张图片（1.jpg、2.jpg）',
    ],
    ['a linked document', '<p>标题</p><a href="x/答复.doc">下载</a>', 'linked-letter', '答复.doc'],
  ])('may be in %s', (_, html, code, named) => {
    const { elsewhere } = read(html);
    expect(elsewhere?.code).toBe(code);
    expect(elsewhere?.text).toContain(named);
  });

  test('in a page without any text is an error that says where it may be', () => {
    expect(() => read('<img src="1.jpg">')).toThrow(ReadError);
    expect(() => read('<img src="1.jpg">')).toThrow(/1\.jpg/u);
  });
});
