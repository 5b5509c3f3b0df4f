import { describe, expect, test } from 'vitest';
import { convert, type Conversion } from '../convert/convert.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';

const title = '青禾县水务局关于县政协九届三次会议第077号提案的答复';
const letter = [
  '林若水委员：',
  '您提出的《关于延伸供水管网的提案》收悉，现答复如下：',
  '今年已延伸供水管网四十六公里，三个村通了自来水。（虚构）',
  '青禾县水务局',
  '2024年5月22日',
];

async function read(...lines: string[]): Promise<Conversion['record']> {
  const { record } = await convert(Buffer.from(lines.join('\n')), 'page.txt');
  expect(fidelityBreaks(record, record)).toEqual([]);
  return record;
}

describe('a document number on the line of the title', () => {
  test.each([
    `${title} 青水函〔2024〕56号`,
    `${title}[青水函〔2024〕56号]`,
    `${title}【青水函（2024）56号】`,
    `${title}〔青水函〔2024〕56号〕`,
  ])('%s', async (line) => {
    const { frontmatter } = await read(line, '', ...letter);
    expect(frontmatter).toMatchObject({ title, documentNumber: '青水函〔2024〕56号' });
  });

  test('is read below the agency too, with the class behind it', async () => {
    const line = `${title.slice('青禾县水务局'.length)}  青水函〔2024〕56号（B类）`;
    const { frontmatter } = await read('青禾县水务局', line, '', ...letter);
    expect(frontmatter).toMatchObject({ title, documentNumber: '青水函〔2024〕56号', outcome: 'B' });
  });

  test('in round brackets remains part of the title', async () => {
    const { frontmatter } = await read(`${title}（青水函〔2024〕56号）`, '', ...letter);
    expect(frontmatter).toMatchObject({
      title: `${title}（青水函〔2024〕56号）`,
      documentNumber: '青水函〔2024〕56号',
    });
  });
});

describe('a document number in other forms', () => {
  test('in full-width digits becomes canonical by an edit', async () => {
    const { frontmatter, edits } = await read(title, '青水函［２０２４］５６号', '', ...letter);
    expect(frontmatter.documentNumber).toBe('青水函〔2024〕56号');
    expect(edits.filter(({ rule }) => rule === 'document-number')).toHaveLength(8);
  });

  test('keeps its script', async () => {
    const { frontmatter } = await read(title, '青農函[2024]5号', '', ...letter);
    expect(frontmatter.documentNumber).toBe('青農函〔2024〕5号');
    const mirrored = await read(title, '青農(nóng)函[2024]5號(hào)', '', ...letter);
    expect(mirrored.frontmatter.documentNumber).toBe('青農(nóng)函〔2024〕5號(hào)');
  });

  test('is read in brackets with the class behind it', async () => {
    const { frontmatter } = await read(title, '（青水函〔2024〕56号）  A类', '', ...letter);
    expect(frontmatter).toMatchObject({ documentNumber: '青水函〔2024〕56号', outcome: 'A' });
  });

  test('is read in a cell beside labels', async () => {
    const { frontmatter } = await read(
      '类别：A\t签发人：某某',
      '青水函〔2024〕56号\t是否公开：是',
      title,
      ...letter,
    );
    expect(frontmatter).toMatchObject({ documentNumber: '青水函〔2024〕56号', outcome: 'A' });
  });
});

describe('a class of outcome', () => {
  test.each([
    ['类别：Ａ', 'A'],
    ['分类标识：A', 'A'],
    ['答复类别标识：B', 'B'],
    ['办理结果：Ｃ类', 'C'],
    ['[办理结果标注(A)]', 'A'],
    ['【办理结果：A】【同意公开】', 'A'],
    ['办理结果：已解决（A）', 'A'],
  ])('%s', async (line, outcome) => {
    expect((await read(line, title, '', ...letter)).frontmatter.outcome).toBe(outcome);
  });

  test('that is a sub-class is kept with its digit, and the editor is told', async () => {
    const { frontmatter, messages } = await read('办理结果：A1', title, '', ...letter);
    expect(frontmatter.outcome).toBe('A1');
    expect(messages.map(({ rule }) => rule)).toContain('outcome-subclass');
  });

  test('may be one of 甲 乙 丙 丁, which is no category then', async () => {
    const { frontmatter } = await read('类别：甲', title, '', ...letter);
    expect(frontmatter.outcome).toBe('甲');
    expect(frontmatter).not.toHaveProperty('categories');
  });
});

describe('what a title or an opening names', () => {
  test('本 begins the name of 本溪', async () => {
    const { frontmatter } = await read('关于本溪市政协九届三次会议第7号提案的答复', '', ...letter);
    expect(frontmatter.proposal?.scope).toBe('本溪市');
    const own = await read('关于本市政协九届三次会议第7号提案的答复', '', ...letter);
    expect(own.frontmatter.proposal?.scope).toBe('市');
  });

  test('an earlier reply that is cited is not the proposal', async () => {
    const opening = `您对我局《${title}》（青水函〔2024〕5号）提出的意见收悉。经再次研究，现答复如下：`;
    const { frontmatter } = await read(
      title.replace('答复', '再次答复'),
      '',
      letter[0] ?? '',
      opening,
      ...letter.slice(2),
    );
    expect(frontmatter.proposal).toMatchObject({ number: '077' });
    expect(frontmatter.proposal).not.toHaveProperty('title');
    expect(frontmatter).not.toHaveProperty('documentNumber');
  });

  test('a meeting of the standing committee is no session', async () => {
    const name = '关于县十六届人大常委会第二十次会议第12号建议的答复';
    const { frontmatter, messages } = await read(name, '', ...letter);
    expect(frontmatter.proposal).toMatchObject({ assembly: '人大', term: 16, number: '12' });
    expect(frontmatter.proposal).not.toHaveProperty('session');
    expect(messages.map(({ rule }) => rule)).toContain('standing-committee');
  });

  test('a second number in brackets leaves no single number', async () => {
    const name = '关于县政协九届三次会议第077号（并第078号）提案的答复';
    const { frontmatter, messages } = await read(name, '', ...letter);
    expect(frontmatter.proposal).not.toHaveProperty('number');
    expect(messages.map(({ rule }) => rule)).toContain('several-proposals');
  });
});

describe('a salutation over two lines', () => {
  test.each([
    ['林若水、何知远', '陈望舒委员：'],
    ['林若水 何知远', '陈望舒委员：'],
  ])('%s / %s', async (...salutation) => {
    const { frontmatter, body } = await read(title, '', ...salutation, ...letter.slice(1));
    expect(frontmatter.recipients).toEqual(['林若水', '何知远', '陈望舒']);
    expect(body.startsWith(salutation[0])).toBe(true);
  });
});

test('a label with its colon alone on a line has its value on the next', async () => {
  const { frontmatter } = await read(
    '成文日期：',
    '2024年5月22日',
    '发布日期：',
    '2024年6月1日',
    title,
    '',
    ...letter,
  );
  expect(frontmatter).toMatchObject({ issuedOn: '2024-05-22', publishedOn: '2024-06-01' });
});
