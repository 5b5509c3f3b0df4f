import type { Random } from './random.ts';

const surnames = Array.from('王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹') as [
  string,
  ...string[],
];
const given = Array.from('明华国英文秀志海燕春丽军强敏静伟芳洪波平云峰玉兰建新桂荣成') as [
  string,
  ...string[],
];

/** Invents the name of a person. */
export function inventName(random: Random): string {
  return random.pick(surnames) + random.pick(given) + (random.chance(0.6) ? random.pick(given) : '');
}
