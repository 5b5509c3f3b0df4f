import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterPlaces, policyKey } from './policy-key.ts';

const same = (...names: string[]) => new Set(names.map((name) => policyKey(name))).size === 1;

test('the issuing body, the state, marks and spaces make no difference', () => {
  expect(same('国务院办公厅关于虚构改造的意见', '关于虚构改造的意见', '关于虚构 改造的意见')).toBe(true);
  expect(
    same('中共中央 国务院关于虚构振兴的意见', '中共中央、国务院关于虚构振兴的意见', '关于虚构振兴的意见'),
  ).toBe(true);
  expect(same('中华人民共和国土地管理法', '土地管理法')).toBe(true);
  expect(same('國務院關於虛構改造的意見', '国务院关于虚构改造的意见')).toBe(true);
  expect(same('“十四五”虚构规划', '"十四五"虚构规划', '十四五虚构规划')).toBe(true);
  expect(same('虚构规划（2021—2035年）', '虚构规划(2021-2035年)', '虚构规划（2021年—2035年）')).toBe(true);
});

test('a notice that prints a policy is that policy', () => {
  expect(same('国务院办公厅关于印发《虚构方案》的通知', '关于印发〈虚构方案〉的通知', '虚构方案')).toBe(true);
  expect(same('中共中央办公厅 国务院办公厅印发《虚构规定》的通知', '虚构规定')).toBe(true);
  expect(same('云岭省人民政府办公厅关于印发云岭省虚构方案的通知', '云岭省虚构方案')).toBe(true);
});

test('the year, the version and the place do', () => {
  expect(same('虚构办法', '虚构办法（试行）')).toBe(false);
  expect(same('虚构法（2018年修正）', '虚构法')).toBe(false);
  expect(same('2020年虚构方案', '2021年虚构方案')).toBe(false);
  expect(same('青岚市人民政府关于虚构墓地的通知', '松陵县人民政府关于虚构墓地的通知')).toBe(false);
  expect(same('青岚市人民政府关于虚构墓地的通知', '关于虚构墓地的通知')).toBe(false);
});

test('a level without a place is that of the agency that wrote', () => {
  const places = letterPlaces({ issuer: '云岭省青岚市教育局' });
  expect(places).toEqual(['云岭省', '青岚市']);
  const key = (name: string, level?: string) => policyKey(name, { places, level });
  expect(key('养犬办法', '市')).toBe(key('青岚市养犬办法'));
  expect(key('省人民政府关于虚构的意见')).toBe(key('云岭省人民政府关于虚构的意见'));
  expect(policyKey('省政府关于虚构的意见', { places: ['青岚市'] })).not.toBe(
    policyKey('省政府关于虚构的意见', { places: ['松陵市'] }),
  );
});

test('a district is told from those of the same name in other cities', () => {
  const key = (name: string, issuer: string) => policyKey(name, { places: letterPlaces({ issuer }) });
  const name = '白鹭区人民政府关于虚构的通知';
  expect(key(name, '松陵市白鹭区教育局')).toBe('松陵市白鹭区关于虚构的通知');
  expect(key(name, '松陵市教育局')).toBe('松陵市白鹭区关于虚构的通知');
  expect(key(name, '青岚市教育局')).toBe('青岚市白鹭区关于虚构的通知');
});

test('a key is that of its name however it is bracketed, and is its own key', () => {
  const title = fc.array(fc.constantFrom('虚构', '管理', '（试行）', '2020年', '城市', ' ', '办法', '条例'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(title, (pieces) => {
      const name = pieces.join('');
      expect(policyKey(name.replaceAll('（', '(').replaceAll('）', ')'))).toBe(policyKey(name));
      expect(policyKey(policyKey(name))).toBe(policyKey(name));
    }),
  );
});
