import { expect, it } from 'vitest';
import { countVisible } from './visible-results.ts';

it.each([
  { innerWidth: 1280, innerHeight: 720, top: 297, visible: 3 },
  { innerWidth: 1920, innerHeight: 1000, top: 297, visible: 5 },
  { innerWidth: 768, innerHeight: 1024, top: 344, visible: 6 },
  { innerWidth: 360, innerHeight: 740, top: 372, visible: 2 },
  { innerWidth: 320, innerHeight: 200, top: 372, visible: 1 },
  { innerWidth: 0, innerHeight: 0, top: 0, visible: 1 },
])(
  'a list that begins at $top in a window of $innerWidth × $innerHeight shows $visible results',
  ({ visible, top, ...window }) => {
    expect(countVisible(top, window)).toBe(visible);
  },
);

it('a list that begins above the window fills it', () => {
  expect(countVisible(-2000, { innerWidth: 1280, innerHeight: 720 })).toBe(6);
});

it('the help above the list before a first search does not count', () => {
  expect(countVisible(900, { innerWidth: 1280, innerHeight: 720 })).toBe(3);
});
