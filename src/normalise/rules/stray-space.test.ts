import { expect, test } from 'vitest';
import { hanSpace } from './stray-space.ts';

const traits = { flattened: false, strays: false, spacedOut: false };

test.each([
  ['您提出的关于加快推进乡道拓宽改造 方便群众安全出行的提案收悉。', 0],
  ['您提出的关于加快推进乡 道拓宽改造 方便群众安全出行的提案收悉。', 2],
  ['我局高度重视 认真研究办理。', 1],
])('%s has %i stray spaces', (text, count) => {
  expect(hanSpace.find(text, 'prose', traits)).toHaveLength(count);
});
