import { join } from 'node:path';
import type { APIContext } from 'astro';
import { expect, test } from 'vitest';
import { contentFolder } from './data/content-folder.ts';
import { displayPath } from './content-files/display-path.ts';
import { ContentError, findingsOf } from './build/content-error.ts';
import { onRequest } from './middleware.ts';

const request = (params: Record<string, string>) => ({ params }) as unknown as APIContext;
const boom = () => Promise.reject(new Error('boom'));

/** A response whose body fails while it is read, like that of a page whose component throws. */
function failing(): Promise<Response> {
  const body = new ReadableStream({
    pull() {
      throw new Error('boom');
    },
  });
  return Promise.resolve(new Response(body));
}

async function errorOf(params: Record<string, string>, next: () => Promise<Response>): Promise<unknown> {
  try {
    return await onRequest(request(params), next);
  } catch (error) {
    return error;
  }
}

test.each([
  ['a letter', { year: '2019', id: 'a' }, boom, 'replies/2019/a.md'],
  ['a letter, while its page is written', { year: '2019', id: 'a' }, failing, 'replies/2019/a.md'],
  ['a page', { page: 'guide/a' }, boom, 'pages/guide/a.md'],
])('an unexpected failure of %s names its file', async (_, params, next, path) => {
  expect(findingsOf(await errorOf(params, next))).toMatchObject([
    { path: displayPath(join(contentFolder(), path)), rule: 'failure' },
  ]);
});

test('other errors, and those with a position, are passed on unchanged', async () => {
  expect(await errorOf({ way: 'years' }, boom)).toEqual(new Error('boom'));
  const known = new ContentError([]);
  expect(await errorOf({ year: '2019', id: 'a' }, () => Promise.reject(known))).toBe(known);
});

test('a page is passed on unchanged', async () => {
  const response = await onRequest(request({}), () =>
    Promise.resolve(new Response('甲', { status: 404, headers: { 'content-type': 'text/x' } })),
  );
  expect(response).toMatchObject({ status: 404 });
  expect((response as Response).headers.get('content-type')).toBe('text/x');
  expect(await (response as Response).text()).toBe('甲');
});
