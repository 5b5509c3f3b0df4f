import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from './calendar-date.ts';

describe('a written date', () => {
  test.each([
    ['2019年6月10日', '2019-06-10'],
    ['1949年10月1日', '1949-10-01'],
    ['2100年12月31日', '2100-12-31'],
    ['2019年 06月 10日', '2019-06-10'],
    ['2019-6-10', '2019-06-10'],
    ['2019/06/10', '2019-06-10'],
    ['2022.06.01', '2022-06-01'],
    ['2018-12-17 11:34', '2018-12-17'],
    ['二〇一九年六月十日', '2019-06-10'],
    ['二○二三年十二月三十一日', '2023-12-31'],
    ['二0一七年五月二十六日', '2017-05-26'],
    ['二零二一年元月五日', '2021-01-05'],
    ['一九九八年十月廿一日', '1998-10-21'],
  ])('%s is whole', (text, day) => {
    expect(readDate(text)).toMatchObject({ readings: [day], damaged: false });
  });

  test.each([
    ['20241018', ['2024-10-18']],
    ['2023526', ['2023-05-26']],
    ['202285', ['2022-08-05']],
    ['201759日', ['2017-05-09']],
    ['20196月10日', ['2019-06-10']],
    ['2024年1018日', ['2024-10-18']],
    ['2021111', ['2021-01-11', '2021-11-01']],
    ['2024111', ['2024-01-11', '2024-11-01']],
  ])('%s has lost its units and can be %j', (text, readings) => {
    expect(readDate(text)).toMatchObject({ readings, damaged: true });
  });

  test.each([
    '2019年13月1日',
    '2019年2月29日',
    '21326673',
    '2019年月日',
    '12345678',
    '2019',
    '本年6月10日',
    '1948年12月31日',
    '2101年1月1日',
    '2019年6月0日',
  ])('%s is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  test('every day is read back from every form', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        for (const text of [
          iso,
          `${year}年${month}月${dayOfMonth}日`,
          `${year}.${month}.${dayOfMonth}`,
          `${year}/${month}/${dayOfMonth}`,
        ])
          expect(readDate(text)).toMatchObject({ readings: [iso], damaged: false });
        expect(readDate(`${year}${month}${dayOfMonth}`)?.readings).toContain(iso);
      }),
    );
  });
});
