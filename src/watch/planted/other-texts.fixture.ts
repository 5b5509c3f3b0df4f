import { answered, edited, ok, withParagraph, type Kind } from './planted-change.fixture.ts';
import { inventPage } from './source-page.fixture.ts';

/** The page has another text, or another file. */
export const otherTexts: Record<string, Kind> = {
  'a digit': (index) => {
    const { paragraphs } = inventPage(index);
    const at = paragraphs.findIndex((text) => /\d/u.test(text));
    const after = (paragraphs[at] ?? '').replace(/\d/u, (digit) => String((Number(digit) + 1) % 10));
    return edited(index, (page) => withParagraph(page, at, after), { status: 'changed', added: after });
  },
  'a word that turns the sense': (index) => {
    const before = inventPage(index).paragraphs[1] ?? '';
    return edited(index, (page) => withParagraph(page, 1, before.replace('收悉', '未收悉')), {
      status: 'changed',
      gone: before.slice(0, 12),
      added: '未收悉',
    });
  },
  'a paragraph gone': (index) => {
    const gone = inventPage(index).paragraphs[4] ?? '';
    return edited(index, ({ paragraphs }) => ({ paragraphs: paragraphs.toSpliced(4, 1) }), {
      status: 'changed',
      gone: gone.slice(0, 10),
    });
  },
  'a paragraph more': (index) =>
    edited(
      index,
      ({ paragraphs }) => ({ paragraphs: paragraphs.toSpliced(4, 0, '另悉，这一段是后来加上的。') }),
      {
        status: 'changed',
        added: '另悉，这一段是后来加上的。',
      },
    ),
  'the title': (index) =>
    edited(index, ({ title }) => ({ title: title.replace('号', '8号') }), {
      status: 'changed',
      added: '8号',
      fields: ['title'],
    }),
  'the document number': (index) =>
    edited(index, ({ documentNumber }) => ({ documentNumber: documentNumber.replace('号', '9号') }), {
      status: 'changed',
      added: '9号',
      fields: ['documentNumber'],
    }),
  'the date': (index) =>
    edited(
      index,
      ({ issuedOn, paragraphs }) => ({
        issuedOn: `2010${issuedOn.slice(4)}`,
        paragraphs: paragraphs.with(-1, '2010年1月2日'),
      }),
      {
        status: 'changed',
        added: '2010年1月2日',
        fields: ['issuedOn'],
      },
    ),
  'the issuer': (index) =>
    edited(
      index,
      ({ paragraphs }) => ({ issuer: '虚构市另一局', paragraphs: paragraphs.with(-2, '虚构市另一局') }),
      {
        status: 'changed',
        added: '虚构市另一局',
        fields: ['issuer'],
      },
    ),
  'a cell of a table': (index) =>
    edited(index, ({ table }) => ({ table: table.with(1, ['2018', '新增点位', '97531']) }), {
      status: 'changed',
      added: '97531',
    }),
  'a passage struck out': (index) => {
    const before = inventPage(index).paragraphs[3] ?? '';
    return edited(index, (page) => withParagraph(page, 3, `<s>${before.slice(0, 9)}</s>${before.slice(9)}`), {
      status: 'changed',
      gone: before.slice(0, 9),
    });
  },
  'the person addressed': (index) =>
    edited(index, (page) => withParagraph(page, 0, `欧阳虚构${page.paragraphs[0]?.slice(-3) ?? ''}`), {
      status: 'changed',
      added: '欧阳虚构',
      fields: ['recipients'],
    }),
  'a linked file gone': (index) =>
    edited(index, ({ attachment }) => ({ attachment: attachment && { ...attachment, href: '#' } }), {
      status: 'changed',
    }),
  'another linked file': (index) =>
    edited(
      index,
      ({ attachment }) => ({ attachment: attachment && { ...attachment, href: './other.pdf' } }),
      {
        status: 'changed',
      },
    ),
  'another letter in its place': (index) => ({
    ...edited(index, () => inventPage(index + 1000), { status: 'replaced' }),
  }),
  'a list in its place': (index) =>
    answered(
      index,
      ok(
        `<html><body><h1>建议提案办理</h1><ul>${'<li>虚构市某局开展专项行动，取得良好成效。</li>'.repeat(90)}</ul></body></html>`,
      ),
      { status: 'replaced' },
    ),
};
