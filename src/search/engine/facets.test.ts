import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request, openEdition, type OpenEdition } from '../open-edition.fixture.ts';
import { idsWhere, letters, scanned, type ScannedLetter } from '../scanned-letters.fixture.ts';
import { findPlace, placeProposal } from '../../reply/letter-place.ts';
import { facetNames, type FacetName } from '../query/search-request.ts';

let edition: OpenEdition;

beforeAll(async () => {
  edition = await openEdition(letters, { shardSize: 60 });
}, 120_000);
afterAll(() => edition.close());

test('a year in the query or a day of the request loads only the shards that may contain it', async () => {
  await edition.engine.search(request('年:2026 建设'));
  await edition.engine.search(request('建设', { from: '2026-01-01' }));
  expect(edition.loaded.filter((name) => name.endsWith('/head'))).toHaveLength(1);
});

test.each<[string, (letter: ScannedLetter) => boolean]>([
  ['地区:青岚', ({ frontmatter }) => findPlace(frontmatter)?.name.includes('青岚') ?? false],
  ['结果:A', ({ frontmatter }) => frontmatter.outcome?.startsWith('A') ?? false],
  ['-结果:B', ({ frontmatter }) => frontmatter.outcome !== 'B'],
  [
    '类别:建议 办理类型:主办',
    ({ frontmatter: { proposal, role } }) => proposal?.kind === '建议' && role === '主办',
  ],
  ['承诺:有', ({ commitment }) => commitment !== undefined],
  ['承诺：到期', ({ commitment }) => commitment?.startsWith('2020') ?? false],
  ['-承诺:到期', ({ commitment }) => !commitment?.startsWith('2020')],
  ['会议:政协', ({ frontmatter }) => frontmatter.proposal?.assembly === '政协'],
])('%s finds the letters of which it is true', async (text, isTrue) => {
  const expected = idsWhere(isTrue);
  expect(expected.length).toBeGreaterThan(0);
  expect((await edition.engine.search(request(text))).ids.toSorted()).toEqual(expected);
});

/** A letter's values for each facet. */
function valuesOf(letter: ScannedLetter, name: FacetName): string[] {
  if (name !== 'commitment') return [facetOf[name](letter) ?? []].flat();
  const { commitment } = letter;
  if (commitment === undefined) return [];
  return commitment.startsWith('2020') ? ['有', '到期'] : ['有'];
}

const facetOf: Record<Exclude<FacetName, 'commitment'>, (letter: ScannedLetter) => string | undefined> = {
  place: ({ frontmatter }) => findPlace(frontmatter)?.name,
  year: ({ frontmatter }) => frontmatter.issuedOn?.slice(0, 4),
  session: ({ frontmatter }) => {
    const p = placeProposal(frontmatter);
    return p && `${p.assembly ?? ''}/${p.scope ?? ''}/${p.term ?? ''}-${p.session ?? ''}`;
  },
  assembly: ({ frontmatter }) => frontmatter.proposal?.assembly,
  kind: ({ frontmatter }) => frontmatter.proposal?.kind,
  issuer: ({ frontmatter }) => frontmatter.issuer,
  role: ({ frontmatter }) => frontmatter.role,
  outcome: ({ frontmatter }) => frontmatter.outcome,
};

describe('facets', () => {
  const value = (name: FacetName) =>
    fc.constantFrom(...new Set(scanned.flatMap((letter) => valuesOf(letter, name))));
  const chosen = fc.record(
    Object.fromEntries(
      facetNames.map((name) => [name, fc.uniqueArray(value(name), { minLength: 1, maxLength: 4 })]),
    ) as Record<FacetName, fc.Arbitrary<string[]>>,
    { requiredKeys: [] },
  );
  const passes = (letter: ScannedLetter, name: FacetName, values: readonly string[] | undefined) =>
    values === undefined || valuesOf(letter, name).some((one) => values.includes(one));

  test('filter by the chosen values, and count what each further choice would add', async () => {
    await fc.assert(
      fc.asyncProperty(
        chosen,
        fc.constantFrom('', '职业教育', '机关:局'),
        fc.option(fc.constantFrom('2016-05-01', '2020-01-01'), { nil: undefined }),
        async (facets, text, from) => {
          const about = (letter: ScannedLetter) =>
            (from === undefined || (letter.frontmatter.issuedOn ?? '') >= from) &&
            (text === '' ||
              (text === '机关:局' ? letter.frontmatter.issuer.includes('局') : letter.holds(text)));
          const answer = await edition.engine.search(
            request(text, { facets, sort: 'newest', ...(from === undefined ? {} : { from }) }),
          );
          expect(answer.ids.toSorted()).toEqual(
            idsWhere(
              (letter) => about(letter) && facetNames.every((name) => passes(letter, name, facets[name])),
            ),
          );
          for (const name of facetNames) {
            const counted = scanned.filter(
              (letter) =>
                about(letter) &&
                facetNames.every((other) => other === name || passes(letter, other, facets[other])),
            );
            const expected = counted.flatMap((letter) => valuesOf(letter, name));
            for (const { value: one, count, chosen: isChosen } of answer.facets[name]) {
              expect(count, `${name} ${one}`).toBe(expected.filter((other) => other === one).length);
              expect(isChosen).toBe(facets[name]?.includes(one) ?? false);
            }
            const total = answer.facets[name].reduce((sum, { count }) => sum + count, 0);
            expect(total).toBe(expected.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('an address of before sessions had places finds the letters that state the session so', async () => {
    const stated = idsWhere(({ frontmatter: { proposal } }) => {
      const { assembly, scope, term, session } = proposal ?? {};
      return assembly === '政协' && scope === '省' && term === 12 && session === 2;
    });
    expect(stated.length).toBeGreaterThan(0);
    const { ids } = await edition.engine.search(request('', { facets: { session: ['政协/省/12-2'] } }));
    expect(ids.toSorted()).toEqual(stated);
  });

  test('name a session in words', async () => {
    const { facets } = await edition.engine.search(request('双创'));
    expect(facets.session).toEqual([
      { value: '政协/吉林省/12-2', label: '吉林省政协十二届二次会议', count: 1, chosen: false },
    ]);
    expect(facets.year.map(({ label }) => label)).toEqual(['2019']);
  });
});
