import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptInlines, scriptText } from './raised-text.ts';

describe('text set off its line', () => {
  test.each([
    ['4', 'super', '⁴'],
    ['-3', 'super', '⁻³'],
    ['2', 'sub', '₂'],
    ['n', 'super', 'ⁿ'],
  ] as const)('%s as %s is %s', (text, script, expected) => {
    expect(scriptText(text, script)).toBe(expected);
  });

  test.each(['①', '[1]', '*', '注', 'th', '®'])('%s keeps apart by itself', (text) => {
    expect(scriptInlines(text, 'super')).toEqual([text]);
  });

  test('what has no sign is kept, and the editor is told', () => {
    const [message, kept] = scriptInlines('2项', 'super');
    expect(message).toMatchObject({ message: { rule: 'flattened-script' } });
    expect(kept).toBe('2项');
  });

  test('no digit of it remains an ordinary digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,5}$/u), fc.constantFrom('super', 'sub'), (digits, script) => {
        const written = scriptText(digits, script) ?? '';
        expect(written).not.toMatch(/[0-9]/u);
        expect(written.normalize('NFKD')).toBe(digits);
      }),
    );
  });
});
