import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterBlocks } from '../../markdown/blocks.ts';
import { letterText } from './indexed-letter.ts';
import { unpackLetterText, packLetterText, textsByZone } from './letter-text.ts';

const line = fc.string({ unit: 'binary' });

test('any text is decoded as it was encoded', () => {
  fc.assert(
    fc.property(line, fc.array(fc.tuple(line, line)), fc.array(line), (title, header, paragraphs) => {
      const text = {
        title,
        header: header.map(([label, value]) => ({ label, text: value })),
        body: paragraphs.map((value, index) => ({
          kind: 'paragraph' as const,
          id: `p${index + 1}`,
          text: value,
        })),
      };
      expect(unpackLetterText(packLetterText(text))).toEqual(text);
    }),
  );
});

test('every kind of block is decoded with the anchor that it has on the page', () => {
  const part = fc.constantFrom(
    '## 一、甲',
    '### （一）乙',
    '#### 丙',
    '段落',
    '- 项\n- 项',
    '|甲|乙|\n|-|-|\n|1|2|\n',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const body = letterBlocks(parts.join('\n\n'));
      expect(unpackLetterText(packLetterText({ title: '', header: [], body })).body).toEqual(body);
    }),
  );
});

test('a letter’s title, header values, headings and paragraphs are searched, in this order', () => {
  const text = letterText({
    frontmatter: {
      title: '对第283号提案的答复',
      issuer: '吉林省发展改革委',
      documentNumber: '吉发改议〔2019〕5号',
      recipients: ['魏兰'],
      proposal: { number: '283', title: '关于双创平台的建议' },
      draft: false,
    },
    body: '魏兰委员：\n\n## 一、关于平台\n\n正文',
  });
  expect(Object.values(textsByZone(text)).flat()).toEqual([
    '对第283号提案的答复',
    '吉发改议〔2019〕5号',
    '吉林省发展改革委',
    '283',
    '关于双创平台的建议',
    '魏兰',
    '一、关于平台',
    '魏兰委员：',
    '正文',
  ]);
});
