import { describe, expect, test } from 'vitest';
import { checkIndexNumber, fitsIndexNumber, isIndexNumber } from './index-number.ts';

describe('an index number', () => {
  test('its check digits are verified by GB 32100 and GB 11714', () => {
    expect(checkIndexNumber('1122000001354439X3/2019-04623')).toBe('valid');
    expect(checkIndexNumber('1122000001354439X4/2019-04623')).toBe('invalid');
    expect(checkIndexNumber('1122000010354439X3/2019-04623')).toBe('invalid');
    expect(checkIndexNumber('00528361X/2024-00036')).toBe('other');
  });

  test('every single wrong digit of the code is detected', () => {
    const code = '1122000001354439X3';
    for (let at = 0; at < code.length; at += 1) {
      const wrong = code.slice(0, at) + (code[at] === '7' ? '6' : '7') + code.slice(at + 1);
      expect(checkIndexNumber(`${wrong}/2019-04623`)).toBe('invalid');
    }
  });

  test.each([
    '00528361X/2024-00036',
    '11341723003253900J/202208-00027',
    '01525707-9-/2019-0830005',
    '640199-107/2019-00169',
  ])('%s needs no label', (text) => {
    expect(isIndexNumber(text)).toBe(true);
  });

  test.each(['2024-06-20', '0878-6030000', '2019/06/10', '云溪市教育局', '13800138000'])(
    '%s is none',
    (text) => {
      expect(isIndexNumber(text)).toBe(false);
    },
  );

  test.each(['E23210/2021-00035', 'FZ00101-0201-2019-00012', '430S00/2021-0011004977', 'qhxmzj/2025-00053'])(
    '%s fits after its label',
    (text) => {
      expect(fitsIndexNumber(text)).toBe(true);
    },
  );
});
