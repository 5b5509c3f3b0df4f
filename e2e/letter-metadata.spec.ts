import { expect, test } from './support/edition.fixture.ts';
import { textOf } from './support/reading.fixture.ts';

const firstLetter = 'replies/2019/cppcc-12-2-283.html';

test('structured data names the author and the proposal of a letter, and the policy permits it', async ({
  page,
  open,
}) => {
  await open(firstLetter);
  const data: unknown = JSON.parse(await textOf(page.locator('script[type="application/ld+json"]')));
  expect(data).toMatchObject({
    '@type': 'Report',
    author: { '@type': 'GovernmentOrganization', name: '吉林省发展改革委' },
    dateCreated: '2019-06-10',
    datePublished: '2019-07-08',
    about: { name: '关于加强“双创”平台和导师团队伍建设的建议' },
    isBasedOn: { identifier: { value: 'ac2840ac9bd239cc2e5c8c3c0b27f726e4d8dbe5990ce8edf228e031a8f57493' } },
  });
});

test('the meta tags of government sites name the issuer as the source and claim no site code', async ({
  page,
  open,
}) => {
  await open(firstLetter);
  for (const [name, content] of [
    ['SiteName', '测试用答复档案'],
    ['ArticleTitle', '对省政协十二届二次会议第283号委员提案的答复'],
    ['PubDate', '2019-07-08'],
    ['ContentSource', '吉林省发展改革委'],
    ['DC.creator', '吉林省发展改革委'],
    ['DC.publisher', '虚构档案室'],
  ] as const)
    await expect(page.locator(`meta[name="${name}"]`)).toHaveAttribute('content', content);
  await expect(page.locator('meta[name="SiteIDCode" i]')).toHaveCount(0);
  await expect(page.locator('meta[property="og:url"]')).toHaveAttribute(
    'content',
    `https://archive.example/${firstLetter}`,
  );
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    `https://archive.example/${firstLetter}`,
  );
});

test('a title cannot end the structured data', async ({ page, open }) => {
  await open('replies/2021/hostile.html');
  const blocks = page.locator('script[type="application/ld+json"]');
  await expect(blocks).toHaveCount(1);
  expect(JSON.parse(await textOf(blocks))).toMatchObject({
    name: '虚构区教育局关于“<script>alert(1)</script>”的答复（虚构）',
  });
});
