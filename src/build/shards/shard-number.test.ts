import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseShard, shardFromEnvironment } from './shard-number.ts';

describe('--shard', () => {
  it('is the number of the part and how many there are', () => {
    expect(parseShard('2/8')).toEqual({ number: 2, count: 8 });
    expect(parseShard(' 1/1 ')).toEqual({ number: 1, count: 1 });
  });

  it('takes the number from Kubernetes when it states only how many there are', () => {
    expect(parseShard('/8', { JOB_COMPLETION_INDEX: '0' })).toEqual({ number: 1, count: 8 });
    expect(parseShard('/8', { JOB_COMPLETION_INDEX: '7' })).toEqual({ number: 8, count: 8 });
    expect(() => parseShard('/8')).toThrow('没有写明是第几份');
    expect(() => parseShard('/8', { JOB_COMPLETION_INDEX: '8' })).toThrow('超出了共 8 份');
  });

  it('prefers its own number', () => {
    expect(parseShard('2/8', { JOB_COMPLETION_INDEX: '5' })).toEqual({ number: 2, count: 8 });
  });

  it.each([
    ['', '应写作'],
    ['3', '应写作'],
    ['a/b', '应写作'],
    ['1/2/3', '应写作'],
    ['-1/8', '应写作'],
    ['1.5/8', '应写作'],
    ['0/8', '从 1 数起'],
    ['9/8', '1 至 8'],
    ['1/0', '份数'],
    ['1/10001', '份数'],
    ['1/99999999999999999999', '份数'],
  ])('is refused as %j', (text, message) => {
    expect(() => parseShard(text)).toThrow(message);
  });
});

describe('the environment of an Indexed Job', () => {
  it('counts from 0, parts from 1', () => {
    expect(shardFromEnvironment({ JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '3' })).toEqual({
      number: 1,
      count: 3,
    });
  });

  it('divides nothing when it is not one', () => {
    expect(shardFromEnvironment({})).toBeUndefined();
  });

  it.each([
    [{ JOB_COMPLETIONS: '3' }, '没有 JOB_COMPLETION_INDEX'],
    [{ JOB_COMPLETION_INDEX: '1' }, '没有写明共几份'],
    [{ JOB_COMPLETION_INDEX: '3', JOB_COMPLETIONS: '3' }, '超出'],
    [{ JOB_COMPLETION_INDEX: '-1', JOB_COMPLETIONS: '3' }, '不是从 0 起的整数'],
    [{ JOB_COMPLETION_INDEX: '', JOB_COMPLETIONS: '3' }, '不是从 0 起的整数'],
    [{ JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: 'x' }, '份数'],
  ])('is refused as %j', (environment, message) => {
    expect(() => shardFromEnvironment(environment)).toThrow(message);
  });
});

test('the containers of a Job take every part exactly once, however it is stated', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
      const indices = Array.from({ length: count }, (_, index) => String(index));
      const parts = indices.map((index) =>
        shardFromEnvironment({ JOB_COMPLETION_INDEX: index, JOB_COMPLETIONS: String(count) }),
      );
      expect(parts.map((part) => part?.number)).toEqual(indices.map((index) => Number(index) + 1));
      expect(parts).toEqual(indices.map((index) => parseShard(`/${count}`, { JOB_COMPLETION_INDEX: index })));
      expect(parts).toEqual(indices.map((index) => parseShard(`${Number(index) + 1}/${count}`)));
    }),
  );
});
