import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { siteSchema } from '../../reply/site.ts';
import { describeAsReport, writeScriptJson } from './structured-data.ts';

const site = siteSchema.parse({
  name: '虚构档案',
  description: '虚构',
  url: 'https://archive.example/',
  owner: '虚构档案室',
  licence: { name: '虚构' },
});
const letter = {
  id: '2020/a',
  data: {
    title: '关于第12号提案的答复（虚构）',
    issuer: '虚构局',
    documentNumber: '虚发〔2020〕1号',
    issuedOn: '2020-05-06',
    proposal: { assembly: '政协', scope: '省', term: 12, session: 2, number: '12', kind: '提案' } as const,
    source: { sha256: 'a'.repeat(64), url: 'https://agency.example/12' },
  },
};

test('the author is the agency, the maintainer the archive, the subject the proposal', () => {
  expect(describeAsReport(letter, site)).toMatchObject({
    '@type': 'Report',
    '@id': 'https://archive.example/replies/2020/a.html',
    identifier: [{ propertyID: '发文字号', value: '虚发〔2020〕1号' }],
    author: { '@type': 'GovernmentOrganization', name: '虚构局' },
    dateCreated: '2020-05-06',
    about: { name: '省政协十二届二次会议第12号提案' },
    isBasedOn: { url: 'https://agency.example/12', identifier: { value: 'a'.repeat(64) } },
    maintainer: { name: '虚构档案室' },
  });
});

test('unknown values are omitted', () => {
  const nowhere = siteSchema.parse({ ...site, url: undefined });
  const bare = describeAsReport({ id: '2020/b', data: { title: '答复', issuer: '虚构局' } }, nowhere);
  for (const name of [
    'url',
    '@id',
    'identifier',
    'dateCreated',
    'about',
    'isBasedOn',
    'encoding',
    'keywords',
  ])
    expect(bare).not.toHaveProperty(name);
});

test('no title can end the script element, and none is changed', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028&lt;/script&gt;'),
  );
  fc.assert(
    fc.property(hostile, (title) => {
      const json = writeScriptJson({ title });
      const [element, ...others] = parseFragment(
        `<script type="application/ld+json">${json}</script>`,
      ).childNodes;
      expect(others).toEqual([]);
      const text = element && 'childNodes' in element ? element.childNodes[0] : undefined;
      expect(text && 'value' in text && JSON.parse(text.value)).toEqual({ title });
    }),
  );
});
