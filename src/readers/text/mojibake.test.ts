import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from './text.ts';

const letter = '林若水委员：\n您提出的建议收悉，现答复如下：\n今年已延伸供水管网四十六公里。（虚构）\n';

/** The text as a program saves it that took its bytes for those of another encoding. */
function misread(bytes: Uint8Array, encoding: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

describe('a text that was decoded wrongly', () => {
  test.each(['windows-1252', 'latin1'])('as %s is restored, and the editor is told', (encoding) => {
    const { decoded, messages } = readText(misread(Buffer.from(letter), encoding));
    expect(decoded).toBe(letter);
    expect(messages.map(({ rule }) => rule)).toEqual(['mojibake-undone']);
  });

  test('as GBK cannot be restored: the refusal says so', () => {
    const { elsewhere } = readText(misread(Buffer.from(letter.repeat(3)), 'gbk'));
    expect(elsewhere?.code).toBe('mojibake-text');
  });
});

test('any other text is left as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text.trim() !== '' && !/[\0-\x08\x0E-\x1F]/u.test(text));
      expect(readText(new TextEncoder().encode(`${letter}${text}`)).decoded).toBe(`${letter}${text}`);
    }),
  );
});
