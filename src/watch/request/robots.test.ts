import { expect, test } from 'vitest';
import type { Answer } from './page-request.ts';
import { RequestError } from './request-failure.ts';
import { readRobots } from './robots.ts';

const origin = 'http://www.xuxu.example';

/** The rules of a site that answers each address so. */
function rules(answers: Record<string, Answer | string>) {
  return readRobots(origin, ({ href }) => {
    const answer = answers[href] ?? { status: 404 };
    return Promise.resolve(typeof answer === 'string' ? { status: 200, bytes: Buffer.from(answer) } : answer);
  });
}

/** Which paths a file allows. */
async function allowed(text: string, ...paths: string[]): Promise<boolean[]> {
  const { allows } = await rules({ [`${origin}/robots.txt`]: text });
  return paths.map((path) => allows(new URL(path, origin)));
}

test('the longest rule counts, that of this program before that of all', async () => {
  const text =
    'User-agent: *\nDisallow: /\n\nUser-agent: Dafu/9\nDisallow: /a/\nAllow: /a/b\nDisallow: /*.doc$\n';
  expect(await allowed(text, '/x', '/a/x', '/a/b/x', '/x.doc', '/x.docx')).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('a rule for other programs is none for this one', async () => {
  expect(await allowed('User-agent: otherbot\nUser-agent: dafunot\nDisallow: /\n', '/x')).toEqual([true]);
});

test('a group of several names holds for each', async () => {
  expect(await allowed('User-agent: otherbot\nUser-agent: dafu\nDisallow: /x\n', '/x', '/y')).toEqual([
    false,
    true,
  ]);
});

test.each([400, 401, 403, 404, 410])('all is allowed where the file is answered with %i', async (status) => {
  const { allows } = await rules({ [`${origin}/robots.txt`]: { status } });
  expect(allows(new URL('/x', origin))).toBe(true);
});

test.each([429, 500, 503])('nothing is asked where the file is answered with %i', async (status) => {
  await expect(rules({ [`${origin}/robots.txt`]: { status } })).rejects.toThrow(RequestError);
});

test('a file elsewhere is read, and one that is always elsewhere is none', async () => {
  const location = new URL(`${origin}/elsewhere.txt`);
  const moved = await rules({
    [`${origin}/robots.txt`]: { status: 301, location },
    [location.href]: 'User-agent: *\nDisallow: /x',
  });
  expect(moved.allows(new URL('/x', origin))).toBe(false);
  const circle = await rules({
    [`${origin}/robots.txt`]: { status: 301, location: new URL(`${origin}/robots.txt`) },
  });
  expect(circle.allows(new URL('/x', origin))).toBe(true);
});

test('a page in place of the file is none', async () => {
  expect(await allowed('<!DOCTYPE html>\nUser-agent: *\nDisallow: /', '/x')).toEqual([true]);
});

test('the pause that a site asks for is kept, within reason', async () => {
  const delayOf = async (delay: string) =>
    (await rules({ [`${origin}/robots.txt`]: `User-agent: *\nCrawl-delay: ${delay}\n` })).delay;
  expect(await Promise.all(['10', '0.5', '86400', 'x'].map(delayOf))).toEqual([
    10_000,
    500,
    60_000,
    undefined,
  ]);
});

test('many names before many rules do not multiply', async () => {
  const names = Array.from({ length: 20_000 }, (_, at) => `User-agent: ${at % 2 ? '*' : `b${at}`}\n`).join(
    '',
  );
  const text = `${names}${'Disallow: /x\n'.repeat(9_000)}`;
  expect(await allowed(text, '/x', '/y')).toEqual([false, true]);
});
