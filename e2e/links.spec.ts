import { appendFile, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildEdition } from '../src/build/build.ts';
import { cacheFolder } from '../src/program/program-folder.ts';
import { ContentError } from '../src/build/content-error.ts';
import { compilePages } from '../src/integrations/page-compiler.ts';
import { contentFolder, editionFolder, expect, test } from './support/edition.fixture.ts';

const letter = 'replies/2018/long-agency.md';

test('a build with a broken link reports file, line and column, and leaves nothing behind @files', async ({
  transport,
}) => {
  test.skip(transport === 'http', 'a build has no transport');
  test.setTimeout(600_000);
  const content = join(dirname(contentFolder), 'broken-links-content');
  const out = join(dirname(dirname(editionFolder)), 'broken-links', 'dist');
  await rm(content, { recursive: true, force: true });
  await mkdir(dirname(out), { recursive: true });
  // A single letter, to keep the build short.
  for (const path of ['site.yml', 'logo.png', letter])
    await cp(join(contentFolder, path), join(content, path), { recursive: true });
  await appendFile(join(content, letter), '\n[去年的](../2017/gone.html)\n');
  const failure = await buildEdition({ content, out, base: '/', cache: cacheFolder }, compilePages).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ContentError);
  const { findings } = failure as ContentError;
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ rule: 'links', level: 'error', column: 1 });
  expect(findings[0]?.text).toContain('本站没有 replies/2017/gone.html');
  expect(findings[0]?.path).toMatch(/replies\/2018\/long-agency\.md$/);
  expect(await readdir(dirname(out))).toEqual([]);
});

test('a link to another host is marked visibly and for screen readers, and sends no requests @files', async ({
  page,
  open,
}) => {
  await open('replies/2018/long-agency.html');
  const link = page.getByRole('main').locator('a[href^="http"]').first();
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer external');
  await expect(link).toHaveAccessibleName(/站外链接/);
});
