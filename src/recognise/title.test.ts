import { describe, expect, test } from 'vitest';
import { convert, type Conversion } from '../convert/convert.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';

async function read(...lines: string[]): Promise<Conversion['record']> {
  const { record } = await convert(Buffer.from(lines.join('\n')), 'page.txt');
  expect(fidelityBreaks(record, record)).toEqual([]);
  return record;
}

const title = '青禾县教育局关于对县政协九届三次会议第77号提案的答复';
const letter = [
  '林若水委员：',
  '您提出的《关于增加公办幼儿园学位的提案》收悉，现答复如下：',
  '今年秋季新增公办学位一千个，乡镇各有一所中心幼儿园。（虚构）',
  '青禾县教育局',
  '2024年5月22日',
];

describe('a breadcrumb that runs straight into the title', () => {
  test.each([
    '首页政务公开建议提案办理政协提案办理',
    '您现在的位置：首页政务公开建议提案办理',
    '首页 > 政务公开 > 建议提案办理',
    '首页政府信息公开目录提案答复2024年',
  ])('%s is not part of the agency', async (path) => {
    const { frontmatter } = await read(path + title, ...letter);
    expect(frontmatter.title).toBe(title);
    expect(frontmatter.issuer).toBe('青禾县教育局');
  });

  test('is separated also where the whole page is one line', async () => {
    const { frontmatter, body } = await read(`首页政务公开建议提案办理${title}${letter.join('')}`);
    expect(frontmatter.title).toBe(title);
    expect(body).toMatch(/^林若水委员：\n/u);
  });

  test('leaves the title out with a warning where it cannot be separated', async () => {
    const { frontmatter, messages } = await read(`首页我的云溪${title}`, ...letter);
    expect(frontmatter).not.toHaveProperty('title');
    expect(messages.find(({ rule }) => rule === 'unread-line')?.text).toContain('--set title=');
  });

  test('is not confused with an answering office of 政务公开', async () => {
    const name = '青禾县政务公开办公室关于对县政协九届三次会议第7号提案的答复';
    expect((await read(name, ...letter)).frontmatter.title).toBe(name);
  });
});

test('a title may have its last words on a line of their own', async () => {
  const { frontmatter } = await read('青禾市政协九届三次会议提案第77号', '答复意见', ...letter);
  expect(frontmatter.title?.replaceAll(' ', '')).toBe('青禾市政协九届三次会议提案第77号答复意见');
  expect(frontmatter.proposal).toMatchObject({ scope: '青禾市', number: '77' });
});

describe('the text around a title', () => {
  test('a tag of the page is not part of the title', async () => {
    expect((await read(`【公开】${title}`, ...letter)).frontmatter.title).toBe(title);
  });

  test('the government that runs the site is not part of the title unless it signs', async () => {
    const own = '对县政协九届三次会议第77号提案的答复';
    expect((await read('青禾县人民政府', own, ...letter)).frontmatter.title).toBe(own);
    const signed = [...letter.slice(0, 3), '青禾县人民政府', '2024年5月22日'];
    expect((await read('青禾县人民政府', own, ...signed)).frontmatter.title).toBe(`青禾县人民政府${own}`);
  });

  test('of two titles the one that names the session wins over one with agency and number', async () => {
    const session = '关于县政协九届三次会议提案的答复';
    const number = '青禾县教育局关于县政协第77号提案的答复';
    for (const titles of [
      [session, number],
      [number, session],
    ])
      expect((await read(...titles, ...letter)).frontmatter.title).toBe(session);
  });

  test('a title broken after its session is one title', async () => {
    const { frontmatter } = await read(
      '青禾县政协第九届委员会第三次会议',
      '第77号党派提案的答复报告',
      ...letter,
    );
    expect(frontmatter.title).toBe('青禾县政协第九届委员会第三次会议第77号党派提案的答复报告');
    expect(frontmatter.proposal).toMatchObject({ scope: '青禾县', term: 9, session: 3, number: '77' });
  });

  test('an agency before the document number is not part of it', async () => {
    const { frontmatter } = await read(title, '青禾县教育局  青教〔2024〕56号  2024-06-14', ...letter);
    expect(frontmatter.documentNumber).toBe('青教〔2024〕56号');
  });

  test('the control of the font size is not part of a name', async () => {
    const { frontmatter } = await read(`${title} 字体显示：大 中 小 ${letter.join(' ')}`);
    expect(frontmatter.recipients).toEqual(['林若水']);
  });
});

describe('the header of a page', () => {
  test.each(['• ', '- ', '* '])('may be a list with the mark “%s”', async (mark) => {
    const { frontmatter } = await read(
      title,
      ...['索引号', 'qhjyj/2024-00053', '发布机构', '青禾县教育局', '文号', '发布日期', '2024-06-14'].map(
        (line) => mark + line,
      ),
      ...letter,
    );
    expect(frontmatter).toMatchObject({ indexNumber: 'qhjyj/2024-00053', publishedOn: '2024-06-14', title });
  });

  test('a label whose value has no field ends the value before it', async () => {
    const labels = '索 引 号:07B100101202000512 信息所属单位:种业管理司 公布日期:2024年06月14日';
    const { frontmatter } = await read(labels, title, ...letter);
    expect(frontmatter).toMatchObject({ indexNumber: '07B100101202000512', publishedOn: '2024-06-14' });
  });

  test('a document number that runs straight into the title is separated from it', async () => {
    const own = '关于对县政协九届三次会议第77号提案的答复';
    const { frontmatter } = await read(`青教办〔2024〕2号${own}`, ...letter);
    expect(frontmatter).toMatchObject({ title: own, documentNumber: '青教办〔2024〕2号' });
  });

  test('a document number may contain 复函 and be followed by a class', async () => {
    const { frontmatter } = await read('青教复函[2024]19号B类', title, ...letter);
    expect(frontmatter).toMatchObject({ title, documentNumber: '青教复函〔2024〕19号', outcome: 'B' });
  });

  test('发文日期 with a time of day is the date of publication', async () => {
    const { frontmatter } = await read(
      '发文日期',
      '2024年06月14日 11:26:00',
      title,
      ...letter.slice(0, 4),
      '2024522',
    );
    expect(frontmatter).toMatchObject({ issuedOn: '2024-05-22', publishedOn: '2024-06-14' });
  });
});

test('the addressed body of a 会办意见 may lack its colon', async () => {
  const { frontmatter, body } = await read(
    '青禾县教育局对县政协九届三次会议第77号提案的会办意见',
    '县住房和城乡建设局',
    '林若水委员提出的关于增加公办幼儿园学位的提案收悉，现将会办意见函告如下',
    ...letter.slice(2),
  );
  expect(frontmatter).toMatchObject({ recipients: ['县住房和城乡建设局'], role: '会办' });
  expect(body).toMatch(/^县住房和城乡建设局\n/u);
});

test('the pinyin that a mirrored page adds to the last character of a value remains with it', async () => {
  const { frontmatter } = await read(
    '韓若國(guó)等代表：',
    '您在區(qū)十五屆人大六次會(huì)議上提出的《關(guān)于增設(shè)路燈的建議》收悉，現(xiàn)答復(fù)如下：',
    '已列入今年計(jì)劃。（虛構(gòu)）',
    '云溪區(qū)城市管理局',
    '2024年5月22日',
  );
  expect(frontmatter).toMatchObject({
    recipients: ['韓若國(guó)'],
    proposal: { scope: '區(qū)', title: '關(guān)于增設(shè)路燈的建議' },
  });
});

test('a bracketed class on a line of its own is the outcome, not text', async () => {
  const { frontmatter, body } = await read(title, ...letter.slice(0, 3), '（A类）', ...letter.slice(3));
  expect(frontmatter.outcome).toBe('A');
  expect(body).not.toContain('A类');
});
