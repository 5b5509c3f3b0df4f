import { expect, test } from './support/edition.fixture.ts';

test('a link to another host is marked visibly and for screen readers, and sends no requests @files', async ({
  page,
  open,
}) => {
  await open('replies/2018/long-agency.html');
  const link = page.getByRole('main').locator('a[href^="http"]').first();
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer external');
  await expect(link).toHaveAccessibleName(/站外链接/);
});
