/** Number formats (MSONFC, MS-OSHARED 2.2.1.3) by their names in ECMA-376. */
const formats = new Map(
  Object.entries({
    0: 'decimal',
    1: 'upperRoman',
    2: 'lowerRoman',
    3: 'upperLetter',
    4: 'lowerLetter',
    8: 'hex',
    10: 'ideographDigital',
    11: 'japaneseCounting',
    14: 'decimalFullWidth',
    15: 'decimalHalfWidth',
    17: 'japaneseDigitalTenThousand',
    18: 'decimalEnclosedCircle',
    19: 'decimalFullWidth2',
    22: 'decimalZero',
    23: 'bullet',
    26: 'decimalEnclosedFullstop',
    27: 'decimalEnclosedParen',
    28: 'decimalEnclosedCircleChinese',
    29: 'ideographEnclosedCircle',
    30: 'ideographTraditional',
    31: 'ideographZodiac',
    32: 'ideographZodiacTraditional',
    33: 'taiwaneseCounting',
    34: 'ideographLegalTraditional',
    35: 'taiwaneseCountingThousand',
    36: 'taiwaneseDigital',
    37: 'chineseCounting',
    38: 'chineseLegalSimplified',
    39: 'chineseCountingThousand',
    57: 'numberInDash',
    255: 'none',
  }).map(([code, name]) => [Number(code), name]),
);

/** The name of a number format that Word's older files state by its code. */
export function numberFormat(code: number): string {
  return formats.get(code) ?? `nfc-${code}`;
}
