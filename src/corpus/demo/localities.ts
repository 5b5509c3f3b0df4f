import type { Random } from '../random.ts';

const beginnings = Array.from(
  '松柏云望清江石锦兴永安和长东南西北金玉桃梨梅竹荷枫桂泉溪湖白青翠红丹凤龙鹤雁莲柳榆槐杏葵茶',
) as [string, ...string[]];
const endings = Array.from('山江湖岭河溪泉湾桥塘坪坝园林亭台洲岸峰谷原川源口庄岗') as [string, ...string[]];

/** Invents the name of a locality, without 路, 村 or 社区 behind it. */
export function inventLocality(random: Random): string {
  const first = random.pick(beginnings);
  const last = random.pick(endings);
  return first === last ? `新${last}` : first + last;
}
