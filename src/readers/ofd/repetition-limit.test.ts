import { expect, it } from 'vitest';
import type { XmlElement } from '../xml-tree.ts';
import { createRepetitionLimit } from './repetition-limit.ts';

const objectOf = (name: string): XmlElement => ({ name, attributes: new Map(), children: [] });

it('bounds what is drawn again, not what is drawn once', () => {
  const limit = createRepetitionLimit();
  const [one, other] = [objectOf('a'), objectOf('b')];
  limit.count(one, 500_000);
  limit.count(other, 500_000);
  limit.count(one, 500_000);
  expect(() => {
    limit.count(other, 1);
  }).toThrow(expect.objectContaining({ code: 'too-large' }));
});
