import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLetter, sketchedLetters } from '../letters.fixture.ts';
import { request, openEdition, type OpenEdition } from '../open-edition.fixture.ts';

let edition: OpenEdition;

beforeAll(async () => {
  edition = await openEdition([...sketchedLetters, await sampleLetter()], { shardSize: 6 });
}, 120_000);
afterAll(() => edition.close());

async function alternatives(text: string, facets = {}): Promise<string[]> {
  const answer = await edition.engine.search(request(text, { facets }));
  expect(answer.ids).toEqual([]);
  for (const { text: offered, count } of answer.alternatives) {
    const { ids } = await edition.engine.search(request(offered, { facets }));
    expect(ids.length, offered).toBe(count);
    expect(count).toBeGreaterThan(0);
  }
  return answer.alternatives.map((one) => one.text);
}

test.each([
  ['校车 双创', ['校车', '双创']],
  ['机关:财政局 校车', ['机关:财政局', '校车']],
  ['老旧住宅加装电梯', ['住宅加装电梯']],
  ['长者食堂高温津贴', ['长者食堂', '高温津贴']],
  ['屋顶光复', ['屋顶光伏']],
  ['虚构市财镇局', ['虚构市财政局']],
  ['祝南支', ['祝南枝']],
  ['虚构市发改委', ['虚构市发展和改革委员会']],
  ['虚构市住建局', ['虚构市住房和城乡建设局']],
])('where %s finds nothing, queries that find something are offered', async (text, offered) => {
  expect(await alternatives(text)).toEqual(expect.arrayContaining(offered));
});

test('nothing is offered that finds nothing within the chosen facets', async () => {
  expect(await alternatives('校车 双创', { year: ['2019'] })).toEqual(['双创']);
});

test('nothing is offered beside results, nor where nothing is similar', async () => {
  expect((await edition.engine.search(request('校车'))).alternatives).toEqual([]);
  expect(await alternatives('qwxz')).toEqual([]);
});
