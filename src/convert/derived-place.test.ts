import { expect, test } from 'vitest';
import { convert } from './convert.ts';

/** A letter that the agency signs, in answer to a proposal of the assembly. */
function letterOf({ agency, assembly, label = '' }: { agency: string; assembly: string; label?: string }) {
  return `${label}关于${assembly}九届三次会议第9号提案的答复（虚构）
林晓溪委员：
您提出的关于整治虚构河道的提案收悉，现答复如下：
我局已经完成河道清淤，下一步将加强管护。
感谢您对我们工作的关心和支持。
${agency}
2021年5月6日
`;
}

/** The place that is filled in, how it is known, and whether there was a contradiction. */
async function placeOf(letter: Parameters<typeof letterOf>[0]) {
  const { record, evidence } = await convert(new TextEncoder().encode(letterOf(letter)), 'a.txt');
  const found = evidence.find(({ field }) => field === 'place');
  return {
    place: record.frontmatter.place,
    ...(found && { sure: found.sure }),
    disputed: record.messages.some(({ rule, text }) => rule === 'contradiction' && text.startsWith('地区')),
  };
}

test('the place of an agency that names only its level is that of the assembly, for the editor to confirm', async () => {
  expect(await placeOf({ agency: '区水利局', assembly: '白鹭区政协' })).toEqual({
    ...{ place: '白鹭区', sure: false, disputed: false },
  });
});

test('a place that a label names is filled in', async () => {
  const label = '所属地区：云岭省松陵市白鹭区\n索引号：000014349/2021-00001\n';
  expect(await placeOf({ agency: '水利局', assembly: '区政协', label })).toEqual({
    ...{ place: '松陵市白鹭区', sure: true, disputed: false },
  });
});

test.each([
  ['the agency’s name gives it, as the site says', '青岚市水利局', '青岚市政协'],
  ['the assembly is of another level', '县水利局', '青岚市政协'],
  ['the agency names no level', '水利局', '白鹭区政协'],
  ['the assembly is not named', '区水利局', '区政协'],
])('no place is filled in where %s', async (_, agency, assembly) => {
  expect(await placeOf({ agency, assembly })).toEqual({ place: undefined, disputed: false });
});
