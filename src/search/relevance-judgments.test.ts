import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedLetters, sampleLetter, sketchedLetters } from './letters.fixture.ts';
import { request, openEdition, type OpenEdition } from './open-edition.fixture.ts';

/** Queries of readers, and the letter that each should find first. */
const judged: Record<string, [query: string, id: string][]> = {
  'words of a title or 案由': [
    ['双创平台', '2019/cppcc-12-2-283'],
    ['双创 导师团队', '2019/cppcc-12-2-283'],
    ['加快农村饮水服务', '2017/cppcc-12-5-81'],
    ['优化非物质文化遗产保护', '2022/cppcc-13-5-62'],
    ['推进城市公园发展', '2025/cppcc-14-3-89'],
    ['加强山洪灾害监管', '2021/cppcc-13-4-115'],
    ['统筹托育服务规划的提案', '2022/cppcc-13-5-114'],
    ['户外劳动者 权益', '2020/npc-9-4-907'],
    ['屋顶光伏', '2018/cppcc-9-2-909'],
    ['老年人助餐', '2023/cppcc-10-2-905'],
    ['学校门口拥堵', '2025/npc-10-4-904'],
    ['松陵市住房和城乡建设局对市第十二届人大五次会议第1号建议的答复', '2017/npc-12-5-1'],
    // Two letters have the same 案由: the newer comes first.
    ['深化公共停车发展', '2026/npc-14-4-36'],
  ],
  'a number': [
    ['吉发改议〔2019〕5号', '2019/cppcc-12-2-283'],
    ['吉发改议[2019]第005号', '2019/cppcc-12-2-283'],
    ['1122000001354439X3/2019-04623', '2019/cppcc-12-2-283'],
    ['省政协十二届二次会议第283号', '2019/cppcc-12-2-283'],
    ['松建复〔2017〕1号', '2017/npc-12-5-1'],
    ['石自然资复（2026）14号', '2026/npc-14-4-14'],
    ['第00017号', '2025/npc-14-3-17'],
    ['第17号建议', '2025/npc-14-3-17'],
    ['市政协十四届三次会议第119号提案', '2025/cppcc-14-3-119'],
  ],
  'a person, alone or with a subject': [
    ['魏兰', '2019/cppcc-12-2-283'],
    ['孙秀华', '2025/cppcc-14-3-119'],
    ['韩芳云 中小企业', '2026/cppcc-14-4-105'],
    ['林波国 校园周边交通', '2026/npc-14-4-18'],
    ['贺兰亭 驿站', '2023/npc-10-2-908'],
    ['祝南枝 校车', '2022/npc-10-1-903'],
    ['骆秋澄 直饮水', '2024/cppcc-10-3-906'],
    ['委员:温如栩 津贴', '2020/npc-9-4-907'],
  ],
  'an agency with a subject': [
    ['吉林省发展改革委 双创', '2019/cppcc-12-2-283'],
    ['白鹭区教育局 城市公园', '2025/cppcc-14-3-89'],
    ['青岚市卫生健康委员会 农村饮水', '2025/cppcc-14-3-112'],
    ['云岭省民政局 山洪灾害', '2023/npc-14-1-86'],
    ['梧桐区住房和城乡建设局 中小企业', '2023/cppcc-14-1-107'],
    ['机关:财政局 加装电梯', '2024/npc-10-3-902'],
    ['虚构市公安局 校车', '2025/npc-10-4-904'],
  ],
  'a heading': [
    ['关于规范托育服务服务', '2018/cppcc-13-1-69'],
    ['关于统筹食品小作坊设施改造', '2025/npc-14-3-35'],
    ['关于加快职业教育服务', '2022/npc-13-5-109'],
    ['精品孵化工程', '2019/cppcc-12-2-283'],
    ['长者食堂的布局', '2023/cppcc-10-2-905'],
    ['校车运行', '2022/npc-10-1-903'],
  ],
  'a subject that one letter says much about': [
    ['孵化器', '2019/cppcc-12-2-283'],
    ['创业导师', '2019/cppcc-12-2-283'],
    ['赛飞', '2019/cppcc-12-2-283'],
    ['辽源袜业', '2019/cppcc-12-2-283'],
    ['加装电梯', '2021/cppcc-9-5-901'],
    ['电梯 补助', '2021/cppcc-9-5-901'],
    ['校车', '2022/npc-10-1-903'],
    ['长者食堂', '2023/cppcc-10-2-905'],
    ['直饮水', '2024/cppcc-10-3-906'],
    ['高温津贴', '2020/npc-9-4-907'],
    ['光伏', '2018/cppcc-9-2-909'],
  ],
};

let edition: OpenEdition;

beforeAll(async () => {
  const letters = [...inventedLetters(150), ...sketchedLetters, await sampleLetter()];
  edition = await openEdition(letters, { shardSize: 60 });
}, 120_000);
afterAll(() => edition.close());

describe('the letter that a reader means is among the first five', () => {
  const reciprocal: number[] = [];
  for (const [about, queries] of Object.entries(judged))
    test.each(queries)(`for ${about}: %s`, async (query, id) => {
      const { ids } = await edition.engine.search(request(query));
      const rank = ids.indexOf(id) + 1;
      reciprocal.push(rank === 0 ? 0 : 1 / rank);
      expect(rank, ids.slice(0, 5).join(' ')).toBeGreaterThan(0);
      expect(rank, ids.slice(0, 5).join(' ')).toBeLessThanOrEqual(5);
    });

  test('and the mean reciprocal rank is at least 0.95', () => {
    expect(reciprocal.length).toBeGreaterThanOrEqual(40);
    expect(reciprocal.reduce((sum, rank) => sum + rank, 0) / reciprocal.length).toBeGreaterThanOrEqual(0.95);
  });
});
