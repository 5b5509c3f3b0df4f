import { describe, expect, it } from 'vitest';
import { csvName, csvText } from './csv-text.ts';

describe('a CSV of results', () => {
  it('begins with a byte order mark, and ends every row with CRLF', () => {
    expect(
      csvText([
        ['标题', '文号'],
        ['甲', ''],
      ]),
    ).toBe('\ufeff标题,文号\r\n甲,\r\n');
  });

  it('quotes cells with commas, quotation marks and line breaks', () => {
    expect(csvText([['甲,乙', '称“丙”', '称"丁"', '戊\n己']])).toBe(
      '\ufeff"甲,乙",称“丙”,"称""丁""","戊\n己"\r\n',
    );
  });

  it('contains no formula for a spreadsheet', () => {
    expect(csvText([['=HYPERLINK("x")', '+1', '-1', '@a', '\t=1', '甲=1']])).toBe(
      `\ufeff"'=HYPERLINK(""x"")",'+1,'-1,'@a,'\t=1,甲=1\r\n`,
    );
  });
});

describe('the name of a CSV', () => {
  it('says what was asked, in characters that every file system allows', () => {
    expect(csvName(['"创业 导师" -孵化器', '吉发改议〔2019〕5号'])).toBe(
      '答复-创业-导师-孵化器-吉发改议〔2019〕5号.csv',
    );
    expect(csvName(['../\\:*?<>|'])).toBe('答复.csv');
    expect(csvName(['甲'.repeat(300)])).toBe(`答复-${'甲'.repeat(60)}.csv`);
  });
});
