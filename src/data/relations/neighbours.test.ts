import { expect, test } from 'vitest';
import { findNeighbours } from './neighbours.ts';

const letter = (id: string, number: string | undefined, issuedOn = '2019-06-10') => ({
  id,
  data: {
    title: id,
    issuer: '虚构局',
    issuedOn,
    ...(number !== undefined && {
      proposal: { assembly: '政协', scope: '省', term: 12, session: 2, number } as const,
    }),
  },
});

/** Finds neighbours by id. */
function findById(letters: ReturnType<typeof letter>[]) {
  const neighboursOf = findNeighbours(letters);
  return (id: string) => letters.filter((one) => one.id === id).map(neighboursOf)[0];
}

test('letters of one session are ordered by number, not alphabetically', () => {
  const found = findById([letter('2019/c', '100'), letter('2019/a', '9'), letter('2019/b', '094')]);
  expect(found('2019/b')?.previous?.id).toBe('2019/a');
  expect(found('2019/b')?.next?.id).toBe('2019/c');
  expect(found('2019/b')?.series).toBe('省政协十二届二次会议');
});

test('a letter without a session is among those of its year, by date', () => {
  const found = findById([
    letter('2020/y', undefined, '2020-05-02'),
    letter('2020/x', undefined, '2020-05-01'),
    letter('2019/a', '9'),
  ]);
  expect(found('2020/y')).toMatchObject({ series: '2020年', previous: { id: '2020/x' } });
  expect(found('2019/a')).toEqual({ series: '省政协十二届二次会议' });
});
