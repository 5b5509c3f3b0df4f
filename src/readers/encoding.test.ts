import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeText } from './encoding.ts';

const letter =
  '云溪市水利局关于对市政协九届三次会议第36号提案的答复\r\n陈望舒委员：\n您提出的《关于加强河道管理的建议》收悉，现答复如下：我局高度重视，组织人员进行了调查。（虚构）\n2021年6月18日';

/** An encoder that Node does not have, made by inverting its decoder. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let first = 0xfe; first >= 0x81; first -= 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && character !== '\uFFFD') table.set(character, [first, second]);
    }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((character) =>
        character <= '\x7f' ? [character.charCodeAt(0)] : (table.get(character) ?? [0x3f]),
      ),
    );
}

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

const gb18030 = encoderOf('gb18030');
const big5 = encoderOf('big5');
const traditional =
  '雲溪市水利局關於對市政協九屆三次會議第36號提案的答復，陳望舒委員：您提出的建議收悉，現答復如下：我局高度重視，組織人員進行了調查。';

describe('the encoding of a text file is recognised', () => {
  test.each([
    ['utf-8', Buffer.from(letter), letter],
    ['utf-8', Buffer.from(`\uFEFF${letter}`), `\uFEFF${letter}`],
    ['utf-16le', utf16(`\uFEFF${letter}`, false), `\uFEFF${letter}`],
    ['utf-16be', utf16(`\uFEFF${letter}`, true), `\uFEFF${letter}`],
    ['utf-16le', utf16(letter, false), letter],
    ['utf-16be', utf16(letter, true), letter],
    ['gb18030', gb18030(letter), letter],
    ['big5', big5(traditional), traditional],
  ])('%s', (encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('any Unicode text survives encoding and decoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (tail) => {
        const text = letter + tail.replace(/[\0-\x1f]/g, '');
        expect(decodeText(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' });
        expect(decodeText(utf16(`\uFEFF${text}`, false))).toEqual({
          text: `\uFEFF${text}`,
          encoding: 'utf-16le',
        });
      }),
    );
  });

  test('a text of common characters survives GB 18030', () => {
    const common = Array.from(letter.replace(/\s/gu, ''));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...common), { minLength: 20, maxLength: 200 }), (parts) => {
        const text = `答复函：${parts.join('')}`;
        expect(decodeText(gb18030(text))).toEqual({ text, encoding: 'gb18030' });
      }),
    );
  });
});

it('refuses bytes that are not text', () => {
  expect(decodeText(Uint8Array.from({ length: 600 }, (_, index) => (index * 7919) % 256))).toHaveProperty(
    'failure',
  );
  expect(decodeText(Buffer.from('\0\x01\x02junk'))).toEqual({ failure: 'binary' });
  expect(decodeText(gb18030('齉龘麤灪籲爨虋鼺鱻'))).toEqual({ failure: 'undecodable' });
});
