import { describe, expect, test } from 'vitest';
import { splitClauses, splitSentences } from './sentences.ts';
import { readSentence } from './undertaking.ts';

// All sentences here are invented (虚构).
function kind(text: string, context = { listed: false, follows: false, letterDay: '2024-05-20' }) {
  const [sentence] = splitSentences(text);
  return readSentence(splitClauses(sentence?.masked ?? ''), context).undertaking?.kind;
}

describe('action', () => {
  test.each([
    '我局将继续增加班次。',
    '下一步，督促各镇完善站牌。',
    '在今后的工作中，我们将加强巡查，力争年底前完工。',
    '我们一定把您的建议纳入方案。',
    '青石区水务局会进一步加大投入。',
    '该路段将于明年开工建设。',
    '我局将组织专家评审后报送省厅。',
    '下一步，我局将该路纳入改造计划。',
    '青石公园已建成开放，我局将加强养护。',
    '感谢您的关心，我们将进一步加大管护力度。',
    '下一步，县水利局加快推进前期工作。',
    '在方案中将结合各镇实际，明确布局。',
    '您的建议我们将作为今后工作的重点。',
    '我局已要求公交公司做好准备，并将加强督导。',
    '我局在县委领导下，将严密关注项目进展。',
    '青石公交公司表示，将于7月开通新线。',
    '我市公交线网调整将充分考虑出行需求。',
    '若提案通过，建议由贵单位牵头，我局绿化中心将全力配合。',
  ])('%s', (text) => {
    expect(kind(text)).toBe('action');
  });
});

describe('plan', () => {
  test.each([
    '我局拟在青石路增设三处站台。',
    '现拟制定管护办法。',
    '项目计划投资300万元，新建便桥一座。',
    '目前主体已完成，预计年底建成投用。',
    '力争早日开工。',
    '工程即将实施。',
    '规划在青石片区新建小学。',
    '总投资300万元，2026年完工。',
    '已谋划公厕五座，改建公厕8月底投入使用。',
    '确保10月底前通车。',
    '我县力争将该项目列入省规划。',
    '青石小镇计划创建旅游景区。',
    '审批手续正在办理，计划近期开工。',
    '今年计划建设停车场三处，建成后将增加车位，预计8月完工。',
  ])('%s', (text) => {
    expect(kind(text)).toBe('plan');
  });
});

describe('deferral', () => {
  test.each([
    '待资金到位后实施。',
    '下一步我局将积极申报，待项目批复后尽快开工。',
    '小学建成后，区教育局将调整学区。',
    '如政策调整，我局将做好衔接。',
    '条件成熟时，我局将开通夜班公交。',
    '经验收符合设计标准后，我局将组织实施路面工程。',
    '若审批通过，我委将启动招商。',
    '只有争取到项目后，再进行拓宽改造。',
    '未来有建设资金，将第一时间启动项目。',
    '水厂一建成，即安排管网延伸。',
  ])('%s', (text) => {
    expect(kind(text)).toBe('deferral');
  });

  test('not where the event comes after the act, nor for standing readiness', () => {
    expect(kind('近期将开工建设，建成后通行更加方便。')).toBe('action');
    expect(kind('一旦发现违规，我局将立即查处。')).toBe('action');
  });
});

describe('none', () => {
  test.each([
    // done, or so now
    '我局已将该路纳入规划。',
    '我局将该路作为重点，去年完成改造。',
    '近年来，我局继续加大投入。',
    '目前正在积极争取资金。',
    '我镇积极谋划，争取专项资金用于修桥。',
    // effects
    '项目的实施将有效缓解拥堵。',
    '建成后将极大方便群众出行。',
    // law, orders, advice, requests
    '《青石市养犬办法》规定，养犬人将犬只登记。',
    '省厅印发通知，提出将统筹推进试点。',
    '下一步，青石镇可根据标准申报项目。',
    '下一步，建议由主管部门编制规划后实施。',
    '希望您继续关心我们的工作，我们将不胜感激。',
    // quoted, courtesy, habit, fragments
    '您提出的“将公交延伸至青石村”的建议收悉。',
    '我们将虚心听取您的意见。',
    '每个季度，区卫生局都会按时拨付经费。',
    '下一步，我局将。',
    '现将有关情况答复如下：',
    '我市召开社会各界协商会议。',
    '项目2023年完工。',
    '由市局统一按计划组织实施。',
    '2024年我局又争取到补助资金200万元。',
    '项目已纳入三年行动计划2024年任务。',
    '对不符合要求的，各地将不予审批。',
    '近年来，项目计划以农业为主。',
    '基站建设由上级按投资效益列计划投资，所以增建困难。',
    '一般乡道由乡镇提出计划，审批后，方可实施。',
    '将代表所提场地中需要更换的器材做好登记。',
    '现场缺乏活动室，预计需建设资金15万元。',
    '前期我委规划在三处建设滑雪场，但未获批准。',
  ])('%s', (text) => {
    expect(kind(text)).toBeUndefined();
  });
});

describe('below a lead-in', () => {
  const listed = { listed: true, follows: false, letterDay: '2024-05-20' };

  test('an unmarked act is of the future', () => {
    expect(kind('一是增加巡查人员；', listed)).toBe('action');
    expect(kind('二是将公厕改造列入年度任务，建成一批示范公厕。', listed)).toBe('action');
  });

  test('what was done is not', () => {
    expect(kind('目前已完成三处站台改造。', listed)).toBeUndefined();
    expect(kind('办事处尚未批复施工时间。', listed)).toBeUndefined();
    expect(kind('公厕是重要的公共设施，发展潜力很大。', listed)).toBeUndefined();
  });

  test('nor is it after a sentence of the future, if it only goes on', () => {
    const follows = { listed: false, follows: true, letterDay: '2024-05-20' };
    expect(kind('同时，加强日常巡查。', follows)).toBe('action');
    expect(kind('目前，全市有公厕三百座。', follows)).toBeUndefined();
    expect(kind('按照《青石区停车场办法》，收费标准主管部门为发改部门。', follows)).toBeUndefined();
    expect(kind('对于商场停车场改为商业的问题属于更改用途。', follows)).toBeUndefined();
    expect(kind('新建幼儿园投入使用后将缓解入园难。', follows)).toBeUndefined();
    expect(kind('每年县政府都和各乡镇签订责任书，建立联防机制。', follows)).toBeUndefined();
  });
});

test('a lead-in announces; with content of its own it is an undertaking too', () => {
  const read = (text: string) => readSentence(splitClauses(text), { listed: false, follows: false });
  expect(read('下一步，我局将重点做好以下工作')).toEqual({ framed: true, announces: true });
  expect(read('我局将加大投入，采取以下措施')).toMatchObject({
    announces: true,
    undertaking: { kind: 'action' },
  });
  expect(read('我局采取了以下措施')).toEqual({ framed: false, announces: false });
});

test('who acts is named as written', () => {
  const by = (text: string) =>
    readSentence(splitClauses(text), { listed: false, follows: false }).undertaking?.by;
  expect(by('下一步，青石区水务局将加快推进')).toBe('青石区水务局');
  expect(by('在县委领导下青石镇政府将加快推进')).toBe('青石镇政府');
  expect(by('2025年青石县将加快推进')).toBe('青石县');
  expect(by('将加快推进')).toBeUndefined();
});
