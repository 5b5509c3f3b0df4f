import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noFacts } from './letter-facts.fixture.ts';
import type { LetterFacts } from './letter-facts.ts';
import { openLetterCache } from './letter-cache.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'dafu-letters-'));
});
afterEach(() => {
  rmSync(cache, { recursive: true });
});

const names = Array.from({ length: 300 }, (_, at) => `2020/xugou-${at}.md`);
const factsOf = (name: string, sha256 = ''): LetterFacts => ({ ...noFacts, name, sha256 });
const open = (program = 'one') => openLetterCache(cache, '/content', program);
const folder = () => {
  const [name = ''] = readdirSync(join(cache, 'letters'));
  return join(cache, 'letters', name);
};
const identities = () =>
  new Map(readdirSync(folder()).map((name) => [name, statSync(join(folder(), name)).ino]));

async function keepAll(): Promise<void> {
  await (
    await open()
  ).keep(
    names.map((name) => factsOf(name)),
    { 'a b': { characters: 1, shareOfFirst: 1, shareOfSecond: 1 } },
  );
}

test('what a build knew is known to the next, of the same version of the program', async () => {
  await keepAll();
  const { known, measures, damaged } = await open();
  expect([...known.keys()].sort()).toEqual(names.toSorted());
  expect(Object.keys(measures)).toEqual(['a b']);
  expect(damaged).toBe(false);
  const other = await open('other');
  expect([other.known.size, Object.keys(other.measures).length, other.damaged]).toEqual([0, 0, false]);
});

test('an edited letter writes one file of facts; one that is gone is forgotten', async () => {
  await keepAll();
  const before = identities();
  const first = await open();
  const { known, measures } = first;
  await first.keep(
    [...known.values()].map((facts) => (facts.name === names[7] ? factsOf(facts.name, 'new') : facts)),
    measures,
  );
  const written = [...identities()].filter(([name, inode]) => before.get(name) !== inode);
  expect(written.map(([name]) => name).filter((name) => name !== 'measures')).toHaveLength(1);
  const next = await open();
  expect(next.known.get(names[7] ?? '')).toMatchObject({ sha256: 'new' });
  await next.keep(
    [...next.known.values()].filter(({ name }) => name !== names[7]),
    measures,
  );
  expect((await open()).known.has(names[7] ?? '')).toBe(false);
});

test('a damaged file is noticed, and only its letters are unknown', async () => {
  await keepAll();
  const path = join(folder(), '5');
  const bytes = readFileSync(path);
  bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const { known, damaged } = await open();
  expect(damaged).toBe(true);
  expect(known.size).toBeGreaterThan(250);
  expect(known.size).toBeLessThan(300);
});
