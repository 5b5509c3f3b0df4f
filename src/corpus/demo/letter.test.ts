import { describe, expect, it } from 'vitest';
import { frontmatterSchema } from '../../reply/frontmatter.ts';
import { inventDemoLetter } from './letter.ts';
import { planLetter } from './letter-plan.ts';

describe('the letters of the demonstration', () => {
  const letters = Array.from({ length: 400 }, (_, index) => inventDemoLetter(index));
  const plans = letters.map((_, index) => planLetter(index));

  it('satisfy the schema, and say that they are invented', () => {
    for (const { frontmatter, body } of letters) {
      expect(frontmatterSchema.safeParse(frontmatter).error).toBeUndefined();
      expect(frontmatter.title + body).toMatch(/虚构[^]*虚构/u);
    }
    expect(new Set(letters.map(({ year, id }) => `${year}/${id}`)).size).toBe(letters.length);
  });
  it('have no placeholder left, and no sentence twice in one paragraph', () => {
    for (const { body } of letters) {
      expect(body).not.toMatch(/[{}]|undefined/u);
      for (const paragraph of body.split('\n\n')) {
        const sentences = paragraph.split('。').slice(0, -1);
        expect(new Set(sentences).size).toBe(sentences.length);
      }
    }
  });
  it('come from several places, and answer some questions repeatedly', () => {
    expect(new Set(plans.map(({ place }) => place.name)).size).toBe(10);
    const following = plans.filter(({ follows }) => follows);
    expect(following.length).toBeGreaterThan(20);
    for (const { follows, question, place, year } of following) {
      const before = plans[follows?.index ?? -1];
      expect([before?.question, before?.place]).toEqual([question, place]);
      expect(before?.year).toBeLessThan(year);
    }
  });
  it('repeat the text of an earlier letter in whole or in part', () => {
    const shareOf = (copied: string) =>
      plans.flatMap(({ index, follows }) => {
        if (follows?.copied !== copied) return [];
        const blocks = (letters[index]?.body ?? '')
          .split('\n\n')
          .filter((block) => block.length > 60)
          .slice(1);
        const before = letters[follows.index]?.body ?? '';
        return [blocks.filter((block) => before.includes(block)).length / blocks.length];
      });
    expect(Math.min(...shareOf('all'))).toBeGreaterThan(0.8);
    const half = shareOf('half');
    expect(Math.min(...half)).toBeGreaterThan(0.2);
    expect(Math.min(...half)).toBeLessThan(0.8);
    expect(Math.max(...shareOf('nothing'))).toBe(0);
  });
  it('are joined by other bodies on the same proposal', () => {
    const joined = plans.filter(({ joins }) => joins !== undefined);
    expect(joined.length).toBeGreaterThan(10);
    for (const { index, joins } of joined) {
      const [own, host] = [letters[index]?.frontmatter, letters[joins ?? -1]?.frontmatter];
      expect(own?.proposal).toEqual(host?.proposal);
      expect(own?.recipients).toEqual([host?.issuer]);
      expect(own?.issuer).not.toBe(host?.issuer);
      expect(own?.role).toBe('会办');
    }
  });
});
