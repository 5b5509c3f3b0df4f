import { expect, test } from 'vitest';
import { readHeader } from './header.ts';
import { settleIssuer, type StatedIssuer } from './issuer.ts';
import { linesOf } from './lines.ts';

/** The issuer, where it was found, and the codes of the messages. */
function issuerOf(header: string, ...stated: StatedIssuer[]) {
  const { value, messages } = settleIssuer(header, readHeader(header, linesOf(header)).value, stated);
  const range = value.value?.range;
  return [
    range ? header.slice(range.at, range.end) : value.stated?.name,
    range ? value.value?.from : value.stated?.from,
    ...messages.map(({ rule }) => rule),
  ];
}

const signed = (name: string) => ({ name, from: '署名' }) as const;
const titled = (name: string) => ({ name, from: '标题' }) as const;

test('the header gives the issuer where the letter names the same agency no fuller', () => {
  expect(issuerOf('发布机构：青禾县水务局', signed('县水务局'))).toEqual(['青禾县水务局', '信息表']);
  expect(issuerOf('发布机构：青禾县水务局')).toEqual(['青禾县水务局', '信息表']);
});

test('the fullest of several names of the same agency counts', () => {
  expect(issuerOf('发布机构：县水务局\n发文机关：青禾县水务局')).toEqual(['青禾县水务局', '信息表']);
  expect(issuerOf('发布机构：县水务局', signed('青禾县水务局'))).toEqual(['青禾县水务局', '署名']);
  expect(issuerOf('名称：', signed('县水务局'), titled('青禾县水务局'))).toEqual(['青禾县水务局', '标题']);
});

test('the agency that signs counts more than another one in the header, which is reported', () => {
  expect(issuerOf('发布机构：青禾县人民政府', signed('青禾县水务局'))).toEqual([
    '青禾县水务局',
    '署名',
    'other-issuer',
  ]);
});

test('the origin of a page counts only where nothing else names the issuer, and never a news outlet', () => {
  expect(issuerOf('来源：青禾县水务局')).toEqual(['青禾县水务局', '信息表']);
  expect(issuerOf('来源：青禾县水利局', signed('青禾县水务局'))).toEqual(['青禾县水务局', '署名']);
  expect(issuerOf('来源：青禾县人民政府')).toEqual([undefined, undefined]);
});
