import { convert } from '../convert.ts';
import { fidelityBreaks } from '../../record/fidelity-check.ts';
import type { GrowthCase } from './growth-case.fixture.ts';

const head = '<!DOCTYPE html><meta charset="utf-8"><title>关于市政协九届三次会议第36号提案的答复</title>';
const letter = [
  '关于市政协九届三次会议第36号提案的答复',
  '陈望舒委员：',
  '您提出的《关于优化临江片区公交线路的建议》收悉，现答复如下（虚构）：',
  '我局会同市公安局对临江片区的客流进行了调查，共发放问卷1200份，收回1135份，回收率94.6%。',
  '云溪市交通运输局',
  '2021年6月18日',
].map((text) => `<p>${text}</p>`);

/** Markup that a page repeats. */
const pieces: Record<string, (index: number) => string> = {
  paragraphs: () => '<p>甲</p>',
  'sentences in paragraphs': () => '<p>我局会同市公安局对临江片区的客流进行了调查，收回率高。</p>',
  headings: (index) => `<h${(index % 6) + 1}>一、关于站点</h${(index % 6) + 1}>`,
  'divisions in each other': (index) =>
    (index % 400 === 0 ? '<p>' : '') + (index % 400 < 200 ? '<div>甲' : '</div>'),
  'divisions side by side': () => '<div>甲</div>',
  spans: () => '<span>甲</span>',
  'line breaks': () => '甲<br>',
  links: (index) => `<a href="page${index}.html">下一篇</a>`,
  'links to files': (index) => `<a href="file${index}.pdf">附件</a>`,
  images: (index) => `<p><img src="image${index}.png">甲</p>`,
  'embedded images': () =>
    '<p>甲<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=">乙</p>',
  'one-cell tables': () => '<table><tr><td>甲</td></tr></table>',
  tables: () => '<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>',
  lists: () => '<ol><li>甲</li><li>乙</li></ol>',
  definitions: () => '<dl><dt>索引号</dt><dd>1122</dd></dl>',
  comments: () => '<!-- 甲 -->',
  'hidden elements': () => '<p style="display:none">甲</p>',
  'rules of style sheets': (index) =>
    `<style>.c${index},p{color:#fff;opacity:1}</style><p class="c${index} d${index}">甲</p>`,
  'white text': () => '<p><span style="color:#fff">甲</span></p>',
  'fields of a form': () => '<p>甲<input value="乙"><select><option>丙<option>丁</select></p>',
  classes: (index) => `<p class="a${index} b${index} article-content TRS_Editor">甲</p>`,
  attributes: (index) => `<p a${index}="1" b="2" c="3">甲</p>`,
  'unclosed formatting': (index) => (index < 200 ? `<b id="${index}">甲` : '甲'),
  entities: () => '&nbsp;&ldquo;甲&rdquo;',
  styles: (index) => `<style>.a${index} { color: red }</style>`,
  scripts: () => '<script>var a = 1;</script>',
  metadata: (index) => `<meta name="Keywords${index}" content="甲">`,
  'index numbers as metadata': () => '<meta name="IndexNumber" content="1122">',
  forms: () => '<form><input value="甲"><select><option>甲</option></select></form>',
  separators: () => '<hr><p>—</p>',
  'preformatted text': () => '<pre>甲\n乙\n</pre>',
  sections: () => '<section><article><p>甲</p></article></section>',
  notes: (index) => `<p>[${index}] 注<sup>${index}</sup></p>`,
};

/** Repeated markup inside one element. */
const frames: Record<string, (inner: string, count: number) => string> = {
  'rows of a table': (_, count) => `<table>${'<tr><td>甲</td><td>1</td></tr>'.repeat(count)}</table>`,
  'cells of a row': (_, count) => `<table><tr>${'<td>甲</td>'.repeat(Math.min(count, 900))}</tr></table>`,
  'spans over columns': (_, count) =>
    `<table>${'<tr><td colspan="3">甲</td><td rowspan="4">乙</td></tr>'.repeat(count)}</table>`,
  'items of a list': (_, count) => `<ol>${'<li>甲</li>'.repeat(count)}</ol>`,
  'one long text': (_, count) => `<p>${'甲'.repeat(Math.min(count, 25_000))}</p>`,
};

function pageCase(what: string, place: string, make: (size: number) => string): GrowthCase {
  return {
    name: `${what} ${place}`,
    prepare: (size) => {
      const bytes = Buffer.from(make(size));
      return async () => {
        const { record } = await convert(bytes, 'hostile.html', { resolve: () => undefined });
        fidelityBreaks(record, record);
      };
    },
  };
}

const places: Record<string, (inner: string) => string> = {
  'above the letter of a page': (inner) => `${head}<body>${inner}${letter.join('')}</body>`,
  'in the letter of a page': (inner) =>
    `${head}<body>${letter.slice(0, 4).join('')}${inner}${letter.slice(4).join('')}</body>`,
};

/** Each kind of markup above and inside the letter of a web page, converted as a whole. */
export const pageCases: GrowthCase[] = Object.entries(places).flatMap(([place, wrap]) => [
  ...Object.entries(pieces).map(([what, piece]) =>
    pageCase(what, place, (size) => wrap(Array.from({ length: size }, (_, index) => piece(index)).join(''))),
  ),
  ...Object.entries(frames).map(([what, frame]) => pageCase(what, place, (size) => wrap(frame('', size)))),
]);
