import { expect, test } from 'vitest';
import { nameProposers } from './proposers.ts';

test.each([
  [['陈望舒'], '陈望舒委员：\n\n收悉。', '陈望舒委员'],
  [['陈望舒', '何知远'], '\n尊敬的陈望舒、何知远代表：\n\n收悉。', '陈望舒、何知远代表'],
  [['陈望舒'], '陈望舒等7名委员：', '陈望舒委员等'],
])('a letter to %j that begins %j answers %s', (recipients, body, named) => {
  expect(nameProposers(recipients, body)).toBe(named);
});

test.each([
  ['a body', ['民盟云溪市委'], '民盟云溪市委：'],
  ['people and a body', ['陈望舒', '民盟云溪市委'], '民盟云溪市委、陈望舒委员：'],
  ['someone who is not said to be a member', ['陈望舒'], '陈望舒同志：'],
  ['another than the recipient', ['何知远'], '陈望舒委员：'],
  ['nobody', ['陈望舒'], '收到您的来信，现答复如下。'],
  ['nobody named', [], '陈望舒委员：'],
])('%s is not named as a proposer', (_, recipients, body) => {
  expect(nameProposers(recipients, body)).toBeUndefined();
});
