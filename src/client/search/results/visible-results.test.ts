import { expect, it } from 'vitest';
import { countVisible } from './visible-results.ts';

it.each([
  { innerWidth: 1280, innerHeight: 720, top: 297, room: 3 },
  { innerWidth: 1920, innerHeight: 1000, top: 297, room: 5 },
  { innerWidth: 768, innerHeight: 1024, top: 344, room: 6 },
  { innerWidth: 360, innerHeight: 740, top: 372, room: 2 },
  { innerWidth: 320, innerHeight: 200, top: 372, room: 1 },
  { innerWidth: 0, innerHeight: 0, top: 0, room: 1 },
])(
  'a list that begins at $top in a window of $innerWidth × $innerHeight has room for $room letters',
  ({ room, top, ...window }) => {
    expect(countVisible(top, window)).toBe(room);
  },
);

it('a list that begins above the window has all of it', () => {
  expect(countVisible(-2000, { innerWidth: 1280, innerHeight: 720 })).toBe(6);
});

it('what stands above the list before a first search is not counted', () => {
  expect(countVisible(900, { innerWidth: 1280, innerHeight: 720 })).toBe(3);
});
