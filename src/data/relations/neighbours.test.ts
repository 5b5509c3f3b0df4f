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

test('letters of one session are ordered by number, not alphabetically', () => {
  const found = findNeighbours([letter('2019/c', '100'), letter('2019/a', '9'), letter('2019/b', '094')]);
  expect(found.get('2019/b')?.previous?.id).toBe('2019/a');
  expect(found.get('2019/b')?.next?.id).toBe('2019/c');
  expect(found.get('2019/b')?.series).toBe('省政协十二届二次会议');
});

test('a letter without a session is among those of its year, by date', () => {
  const found = findNeighbours([
    letter('2020/y', undefined, '2020-05-02'),
    letter('2020/x', undefined, '2020-05-01'),
    letter('2019/a', '9'),
  ]);
  expect(found.get('2020/y')).toMatchObject({ series: '2020年', previous: { id: '2020/x' } });
  expect(found.get('2019/a')).toEqual({ series: '省政协十二届二次会议' });
});
