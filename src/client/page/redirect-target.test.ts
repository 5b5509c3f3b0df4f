import { expect, test } from 'vitest';
import { targetOf } from './redirect-target.ts';

test.each([
  ['https://a.example/x/replies/2018/old.html', 'https://a.example/x/replies/2020/new.html'],
  [
    'https://a.example/replies/2018/old.html?q=%E6%B0%B4#p3',
    'https://a.example/replies/2020/new.html?q=%E6%B0%B4#p3',
  ],
  ['file:///D:/a%20b/replies/2018/old.html#p3', 'file:///D:/a%20b/replies/2020/new.html#p3'],
  [
    'https://a.example/replies/2018/old.html?//evil.example',
    'https://a.example/replies/2020/new.html?//evil.example',
  ],
])('%s leads to %s', (old, target) => {
  expect(targetOf('../2020/new.html', old)).toBe(target);
});
