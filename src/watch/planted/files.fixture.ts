import { gbkFont, lineAt, writePdf } from '../../readers/pdf/pdf-writer.fixture.ts';
import { ok, type Kind } from './planted-change.fixture.ts';

/** The original is a file. */
export const files: Record<string, Kind> = {
  'a PDF with another number': (index) => ({
    kept: pdf(index, 41),
    extension: 'pdf',
    answer: ok(pdf(index, 47)),
    status: 'changed',
    added: '47',
  }),
  'a page with another PDF': (index) => ({
    kept: pdf(index, 41),
    extension: 'pdf',
    answer: ok(`<html><body><p>附件下载</p><a href="/files/${index}.pdf">答复</a></body></html>`),
    others: { [`/files/${index}.pdf`]: ok(pdf(index, 45)) },
    status: 'changed',
    added: '45',
  }),
  'a page without its PDF': (index) => ({
    kept: pdf(index, 41),
    extension: 'pdf',
    answer: ok('<html><body><p>附件下载</p></body></html>'),
    status: 'incomparable',
  }),
  'a PDF exported again': (index) => ({
    kept: pdf(index, 41),
    extension: 'pdf',
    answer: ok(pdf(index, 41, '/Note (again)')),
    status: 'unchanged',
  }),
  'a page with its PDF': (index) => ({
    kept: pdf(index, 41),
    extension: 'pdf',
    answer: ok(
      `<html><body><a href="/other.doc">表格</a><a href="/files/${index}.pdf">答复</a></body></html>`,
    ),
    others: { [`/files/${index}.pdf`]: ok(pdf(index, 41)) },
    status: 'unchanged',
  }),
};

function pdf(index: number, count: number, note = ''): Uint8Array {
  const lines = [
    `关于政协第十二届二次会议第${index + 1}号提案的答复`,
    '某委员：',
    `您提出的关于老年助餐的提案收悉，现答复如下：本件为虚构样例。`,
    `到二〇一九年底，全市建成助餐点 ${count} 个，覆盖全部街道。`,
    '感谢您对我们工作的关心和支持。',
    '虚构市民政局',
    '2019年6月10日',
  ];
  const content = lines.map((line, at) => lineAt(70, 760 - at * 30, line)).join('');
  return writePdf({ pages: [content], ...gbkFont, trailer: note });
}
