import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterBlocks } from '../markdown/blocks.ts';
import { findCitations } from './find-citations.ts';

const letter = { issuer: '云岭省青岚市住房和城乡建设局', title: '关于虚构提案的答复' };
const find = (
  body: string,
  of: Partial<typeof letter> & { documentNumber?: string; proposal?: { title: string } } = {},
) => findCitations(letterBlocks(body), { ...letter, ...of });
const keys = (body: string) => find(body).map(({ key }) => key);
const texts = (body: string) => find(body).map(({ text }) => text);

test('a title in a mirrored page is cited, with the readings of its characters left out of its name', () => {
  const [citation] = find('根據《關(guān)于加快虛構(gòu)登記的通知》(國土資發(fā)[2008]146號)，不予受理。');
  expect(citation).toMatchObject({
    text: '《關(guān)于加快虛構(gòu)登記的通知》',
    name: '關于加快虛構登記的通知',
    number: '国土资发〔2008〕146号',
  });
});

test('laws, plans and notices are cited, each with the paragraph and the sentence', () => {
  const body =
    '虚构委员：\n\n按照《虚构物业管理条例》规定办理。市里印发了《虚构停车规划（2021—2035年）》，正在落实。\n\n二是执行《关于虚构电梯加装的通知》。';
  expect(find(body)).toEqual([
    {
      anchor: 'p2',
      text: '《虚构物业管理条例》',
      name: '虚构物业管理条例',
      key: '虚构物业管理条例',
      sentence: '按照《虚构物业管理条例》规定办理。',
    },
    {
      anchor: 'p2',
      text: '《虚构停车规划（2021—2035年）》',
      name: '虚构停车规划（2021—2035年）',
      key: '青岚市虚构停车规划（2021-2035年）',
      sentence: '市里印发了《虚构停车规划（2021—2035年）》，正在落实。',
    },
    {
      anchor: 'p3',
      text: '《关于虚构电梯加装的通知》',
      name: '关于虚构电梯加装的通知',
      key: '关于虚构电梯加装的通知',
      sentence: '二是执行《关于虚构电梯加装的通知》。',
    },
  ]);
});

test.each([
  '您在市政协会议上提出的《关于虚构停车位的建议》收悉。',
  '您提出的《虚构养犬管理办法》（第12号）收悉。',
  '虚构委员提出的“关于虚构路灯的建议”（以下简称《建议》）已交我局，您的《建议》很好。',
  '《虚构日报》刊登了《虚构山水》一书的书评，电视台播出《虚构时间》。',
  '双方签订《虚构合作框架协议》和《虚构采购合同》，核发《虚构经营许可证》。',
  '向群众发放《文明虚构须知》和《虚构读本》。',
  '已向省厅报送《关于虚构险情的请示》（青政〔2020〕3号）。',
  '提案编号：青提字〔2020〕12号。',
  '判决书（2020）青01民初123号已生效。',
])('what is no policy is left out: %s', (text) => {
  expect(texts(`虚构委员：\n\n${text}`)).toEqual([]);
});

test('the letter itself is not cited, nor the proposal that it answers', () => {
  const of = {
    title: '关于虚构方案的通知',
    documentNumber: '青建〔2020〕7号',
    proposal: { title: '虚构绿化条例' },
  };
  expect(find('《虚构绿化条例》一案由我局办理，见青建〔2020〕7号和《关于虚构方案的通知》。', of)).toEqual([]);
});

test('the number of a policy may be before, in or after its title, or alone', () => {
  const numbers = (body: string) => find(body).map(({ number, name }) => [name, number]);
  const [name, number] = ['关于虚构改造的意见', '虚办发〔2020〕23号'];
  expect(numbers(`按照《${name}》(虚办发[2020]23号)要求，`)).toEqual([[name, number]]);
  expect(numbers(`按照虚办发【2020】23号文件《${name}》要求，`)).toEqual([[name, number]]);
  expect(numbers(`按照《${name}（虚办发〔2020〕23 号）》要求，`)).toEqual([[name, number]]);
  expect(numbers('根据虚办发〔2020〕23号文件精神，')).toEqual([[number, number]]);
  expect(numbers('执行《虚构照明标准》（GB/T 50034—2013）。')).toEqual([['虚构照明标准', 'GB/T 50034-2013']]);
  expect(numbers('符合GB 50016-2014的要求。')).toEqual([['GB 50016-2014', 'GB 50016-2014']]);
  expect(numbers('执行《虚构土地规定》（青岚市人民政府令第53号）。')).toEqual([
    ['虚构土地规定', '青岚市人民政府令第53号'],
  ]);
});

test('a number alone has the key of the title that the letter gave with it', () => {
  const [title, number] = find(
    '印发《关于虚构改造的意见》（虚办发〔2020〕23号）。\n\n根据虚办发〔2020〕23号，',
  );
  expect(number?.key).toBe(title?.key);
  expect(number?.name).toBe('关于虚构改造的意见');
});

test('words before a number are no part of it', () => {
  const numbers = (text: string) => find(text).map(({ number }) => number);
  expect(numbers('根据和政办发〔2020〕1号和国办发〔2019〕2号，')).toEqual([
    '和政办发〔2020〕1号',
    '国办发〔2019〕2号',
  ]);
  expect(numbers('按照教育部教师〔2019〕3号要求，')).toEqual(['教师〔2019〕3号']);
});

test('a short title is that of the policy for which it is declared', () => {
  const body =
    '出台《云岭省虚构条例》（云政发〔2020〕5号，以下简称《条例》），我市印发《虚构规划》（以下简称《规划》）。\n\n《条例》第三条规定，《规划》明确。';
  expect(keys(body)).toEqual(['云岭省虚构条例', '青岚市虚构规划', '云岭省虚构条例', '青岚市虚构规划']);
});

test('a short title without a declaration is understood if it can only mean one, else left out', () => {
  expect(keys('按照《云岭省虚构办法》办理。\n\n《办法》规定，')).toEqual([
    '云岭省虚构办法',
    '云岭省虚构办法',
  ]);
  expect(keys('按照《云岭省甲办法》和《云岭省乙办法》办理。\n\n《办法》规定，')).toEqual([
    '云岭省甲办法',
    '云岭省乙办法',
  ]);
  expect(keys('《意见》要求，')).toEqual([]);
});

test('titles within titles, in other marks and without a closing mark are read', () => {
  expect(texts('执行《关于贯彻〈虚构意见〉的实施意见》，')).toEqual(['《关于贯彻〈虚构意见〉的实施意见》']);
  expect(texts('按照《关于印发《虚构方案》的通知》，')).toEqual(['《关于印发《虚构方案》的通知》']);
  expect(texts('按照《关于印发《虚构方案》的通知，')).toEqual(['《关于印发《虚构方案》的通知']);
  expect(texts('按照《虚构物业管理条例，加强《虚构城市规划》')).toEqual([
    '《虚构物业管理条例',
    '《虚构城市规划》',
  ]);
  expect(texts('印发了“关于加强虚构管理的通知”，')).toEqual(['“关于加强虚构管理的通知”']);
  expect(texts('落实《关于推进\n虚构发展的意见》，')).toEqual(['《关于推进 虚构发展的意见》']);
});

test('no text is read twice, all is quoted from its paragraph, and no input is too much', () => {
  const piece = fc.constantFrom(
    ...[
      '《',
      '》',
      '〈',
      '〉',
      '“',
      '”',
      '（',
      '）',
      '关于',
      '印发',
      '虚构',
      '条例',
      '的通知',
      '办法',
      '。',
      '，',
    ],
    ...['虚办发〔2020〕23号', '以下简称', 'GB/T 1234-2020', '您提出的', '收悉', '根据', '\n', '1'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const blocks = [{ kind: 'paragraph' as const, id: 'p1', text: pieces.join('').replaceAll('\n', ' ') }];
      const found = findCitations(blocks, letter);
      let at = 0;
      for (const { text, sentence, key, name } of found) {
        const next = blocks[0]?.text.indexOf(text, at) ?? -1;
        expect(next).toBeGreaterThanOrEqual(at);
        at = next + text.length;
        expect(sentence).toContain(text);
        expect(key).not.toBe('');
        expect(name).not.toMatch(/^《|》$/);
      }
    }),
  );
});
