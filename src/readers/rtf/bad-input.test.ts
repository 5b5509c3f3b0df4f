import { expect, test } from 'vitest';
import { ReadError } from '../reading.ts';
import { rtfText, writeRtf } from './rtf-writer.fixture.ts';
import { readRtf } from './rtf.ts';

/** The code of the error that reading ends in. */
function codeOf(bytes: Uint8Array): string {
  try {
    readRtf(bytes);
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'read';
}

test('a file that is cut anywhere is reported as truncated', () => {
  const whole = writeRtf(
    `${rtfText('周小满代表：')}\\par{\\pict\\pngblip 00ff}{\\field{\\*\\fldinst X}{\\fldrslt a}}`,
  );
  for (let length = 8; length < whole.length; length += 7)
    expect(codeOf(whole.subarray(0, length))).toBe('truncated');
  expect(codeOf(whole)).toBe('read');
});

test.each([
  ['100 000 groups', '{'.repeat(100_000), 'too-deep'],
  ['binary data that says it is larger than the file', 'a\\bin2147483647 x', 'truncated'],
  ['closing braces without groups', '}}}}', 'read'],
  [
    'parameters beyond reason',
    '\\u99999999999\\uc-5\\itap99999999\\up-2147483648 a\\cellx99999999999',
    'read',
  ],
  ['rows and cells without a table', '\\row\\nestrow\\cell\\nestcell\\row', 'read'],
  ['an unknown code page', "\\ansicpg99999 \\'b4\\'f0", 'read'],
  ['digits that are none', "\\'zz\\'9", 'read'],
  ['fields that end without a beginning', '{\\fldrslt a}{\\field}{\\field{\\fldrslt}}', 'read'],
  ['halves of characters', '\\u-10240?a\\u-9216?', 'read'],
])('%s do no harm', (_, body, code) => {
  expect(codeOf(writeRtf(body))).toBe(code);
});

test('a table that nests without end keeps its text', () => {
  const body = Array.from({ length: 200 }, (_, depth) => `\\pard\\intbl\\itap${depth} a`).join('\\par ');
  expect(readRtf(writeRtf(body)).decoded.match(/a/gu)).toHaveLength(200);
});
