import { describe, expect, it } from 'vitest';
import { csvName, csvText } from './csv-text.ts';

describe('a CSV of results', () => {
  it('is told from other encodings, and ends every row as RFC 4180 says', () => {
    expect(
      csvText([
        ['标题', '文号'],
        ['甲', ''],
      ]),
    ).toBe('\ufeff标题,文号\r\n甲,\r\n');
  });

  it('keeps commas, quotation marks and line ends within their cell', () => {
    expect(csvText([['甲,乙', '称“丙”', '称"丁"', '戊\n己']])).toBe(
      '\ufeff"甲,乙",称“丙”,"称""丁""","戊\n己"\r\n',
    );
  });

  it('hands no formula to a spreadsheet', () => {
    expect(csvText([['=HYPERLINK("x")', '+1', '-1', '@a', '\t=1', '甲=1']])).toBe(
      `\ufeff"'=HYPERLINK(""x"")",'+1,'-1,'@a,'\t=1,甲=1\r\n`,
    );
  });
});

describe('the name of a CSV', () => {
  it('tells what was asked, in what every file system takes', () => {
    expect(csvName(['"创业 导师" -孵化器', '吉发改议〔2019〕5号'])).toBe(
      '答复-创业-导师-孵化器-吉发改议〔2019〕5号.csv',
    );
    expect(csvName(['../\\:*?<>|'])).toBe('答复.csv');
    expect(csvName(['甲'.repeat(300)])).toBe(`答复-${'甲'.repeat(60)}.csv`);
  });
});
