import { expect, it } from 'vitest';
import { answerOf, openPage, stateOf, turn } from './search-controller.fixture.ts';

it('asks again for what failed once there is a network, and says so', async () => {
  const { controller, searches, shown } = openPage();
  controller.reconnect();
  controller.go(stateOf('甲'), 'submitted');
  await turn();
  controller.reconnect();
  searches[0]?.fail();
  await turn();
  controller.reconnect();
  await turn();
  searches[1]?.end(3);
  await turn();
  controller.reconnect();
  expect(shown).toEqual(['searching', 'failed', 'searching', 'reconnected', '甲 1: 3']);
});

it('takes the visitor to the results of what they submitted, and leaves them where they type or filter', async () => {
  const { controller, searches, arrivals } = openPage();
  for (const [at, step] of (['typed', 'submitted', 'decided'] as const).entries()) {
    controller.go(stateOf(`甲${at}`), step);
    await turn();
    searches[at]?.end(3);
    await turn();
  }
  expect(arrivals).toEqual(['stay', 'results', 'stay']);
});

it('takes the visitor back to their place once the results are there', async () => {
  const { controller, searches, arrivals } = openPage();
  controller.readAddress({ top: 900 });
  await turn();
  searches[0]?.onProgress(answerOf(4, false));
  await turn();
  expect(arrivals).toEqual([]);
  searches[0]?.end(9);
  await turn();
  expect(arrivals).toEqual([{ top: 900 }]);
});
