import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterBlocks } from '../markdown/blocks.ts';
import { findCommitments } from './find-commitments.ts';

// All letters here are invented (虚构).
const letter = { issuer: '虚构市交通运输局', issuedOn: '2024-05-20' };

function found(body: string) {
  return findCommitments(letterBlocks(body), letter);
}
function texts(body: string): string[] {
  return found(body).map(({ text }) => text);
}

test('a commitment is the sentence as published, with its paragraph, who acts and by when', () => {
  expect(
    found('虚构委员：\n\n去年已修好三条路。下一步，青石区水务局将于2024年10月底前完成管网改造。\n'),
  ).toEqual([
    {
      anchor: 'p2',
      text: '下一步，青石区水务局将于2024年10月底前完成管网改造。',
      kind: 'action',
      by: '青石区水务局',
      due: '2024-10',
      dueText: '2024年10月底前',
    },
  ]);
});

test('the issuer is not named again', () => {
  for (const name of ['我局', '市交通运输局', '虚构市交通运输局', '我们'])
    expect(found(`${name}将继续增加班次。`)).toEqual([
      { anchor: 'p1', text: `${name}将继续增加班次。`, kind: 'action' },
    ]);
});

test('a sentence that the page broke at the end of a line is one', () => {
  const body =
    '下一步，结合《青石市清洁取暖实施方案》和自身工作\n\n实际，我局将做好推广工作。\n\n感谢您的关心。';
  expect(found(body)).toEqual([
    {
      anchor: 'p1',
      text: '下一步，结合《青石市清洁取暖实施方案》和自身工作实际，我局将做好推广工作。',
      kind: 'action',
    },
  ]);
  for (const next of ['一、下一步我局将加强管理。', '感谢您的关心，我局将加强管理。', '特此函复'])
    expect(texts(`我局将对青石公园的照明和道路进行改造提升\n\n${next}`)[0]).toBe(
      '我局将对青石公园的照明和道路进行改造提升',
    );
});

test('a text in traditional script is read and published as it is', () => {
  expect(texts('下一步，我局將積極籌措資金，對青石橋進行加固。')).toEqual([
    '下一步，我局將積極籌措資金，對青石橋進行加固。',
  ]);
});

test('an offer to answer questions is no commitment', () => {
  expect(texts('对以上答复如有意见，请与我局联系，我局将尽全力改进。')).toEqual([]);
});

test('a step with its month needs no word for the future', () => {
  expect(found('可研已经批复，11月末完成征地，12月末开工建设。')).toMatchObject([
    { kind: 'plan', due: '2024-12' },
  ]);
});

describe('sections of the future', () => {
  test('the items of a list are what its lead-in announces', () => {
    expect(
      texts('下一步，我局将重点做好以下工作：一是增加巡查人员；二是更换老旧站牌。\n\n感谢您的关心。'),
    ).toEqual(['一是增加巡查人员；', '二是更换老旧站牌。']);
  });

  test('a lead-in with content of its own counts', () => {
    expect(texts('下一步，我局将加大投入，重点做好以下工作：一是增加巡查人员。')).toEqual([
      '下一步，我局将加大投入，重点做好以下工作：',
      '一是增加巡查人员。',
    ]);
  });

  test('items are paragraphs, run-in titles are no items', () => {
    expect(
      texts(
        '我们将从以下两个方面开展工作：\n\n（一）加强领导。成立工作专班。\n\n（二）加强宣传。印发手册。\n\n公交线路现有十条。\n',
      ),
    ).toEqual(['成立工作专班。', '印发手册。']);
  });

  test('a list that no colon opens begins with its first item', () => {
    expect(
      texts(
        '我县将通过以下措施规范停车管理，优化泊位。\n\n一是新增泊位。\n\n二是加强巡查。\n\n公交公司加强调度。',
      ),
    ).toEqual(['我县将通过以下措施规范停车管理，优化泊位。', '一是新增泊位。', '二是加强巡查。']);
    expect(texts('我县将通过以下措施规范停车管理，优化泊位。加强调度的公司有两家。')).toHaveLength(1);
  });

  test('what is said behind the colon of a lead-in counts', () => {
    expect(texts('如政策调整，我局将做好以下工作：严格市场准入。对产品质量进行监督。')).toEqual([
      '如政策调整，我局将做好以下工作：严格市场准入。',
      '对产品质量进行监督。',
    ]);
  });

  test('a heading of the future holds to the next of its depth', () => {
    expect(
      texts(
        '## 一、工作开展情况\n\n加强领导，成立专班。\n\n## 二、下一步工作打算\n\n加大巡查力度。\n\n### （一）公交\n\n增加班次。\n\n## 三、有关政策\n\n加强领导，成立专班。\n',
      ),
    ).toEqual(['加大巡查力度。', '增加班次。']);
  });

  test('its paragraphs may count by 一是', () => {
    expect(texts('二、下一步工作计划\n\n一是加强业务指导；二是结合创建工作，组织专家指导。')).toHaveLength(2);
  });

  test('what was done is no commitment even there', () => {
    expect(texts('## 下一步工作\n\n去年已完成改造。\n\n推进二期改造。')).toEqual(['推进二期改造。']);
  });
});

describe('laws', () => {
  const piece = fc.constantFrom(
    ...[
      '将',
      '我局',
      '下一步',
      '，',
      '。',
      '：',
      '；',
      '一是',
      '二是',
      '（一）',
      '“',
      '”',
      '《',
      '》',
      '已',
      '了',
    ],
    ...[
      '待',
      '资金到位后',
      '2024年',
      '10月底前',
      '完成',
      '建设',
      '积极',
      '争取',
      '拟',
      '计划',
      '会',
      '建议',
      '不予',
    ],
    ...[
      '的',
      '您',
      '项目',
      ' ',
      '\n\n',
      '## ',
      '今年',
      '力争',
      '感谢',
      '以下工作',
      '公园',
      '將',
      '會',
      '３',
      '-',
    ],
  );
  const body = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));

  test('every commitment is part of its block, in order of reading', () => {
    fc.assert(
      fc.property(body, (text) => {
        const blocks = letterBlocks(text);
        let [block, from] = [0, 0];
        for (const { anchor, text: sentence } of findCommitments(blocks, letter)) {
          let at = -1;
          while (at < 0 && block < blocks.length) {
            const { id, text: whole } = blocks[block] ?? { id: '', text: '' };
            if (id === anchor) at = whole.indexOf(sentence, from);
            if (at < 0) [block, from] = [block + 1, 0];
          }
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + sentence.length;
        }
      }),
    );
  });

  test('a due date is one of the calendar, and never before the letter', () => {
    fc.assert(
      fc.property(body, (text) => {
        for (const { due } of found(text)) {
          if (due === undefined) continue;
          expect(due).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
          expect(due >= letter.issuedOn.slice(0, due.length)).toBe(true);
        }
      }),
    );
  });

  test('a sentence without an end is none', () => {
    expect(found(`我局将${'积极推进，'.repeat(400)}`)).toEqual([]);
  });

  test('commitments of one letter are bounded', () => {
    expect(found('我局将积极推进。'.repeat(2000)).length).toBe(400);
  });
});
