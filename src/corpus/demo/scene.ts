import type { Random } from '../random.ts';
import { officeOf, type DemoPlace } from './agencies.ts';
import { inventLocality } from './localities.ts';
import { citeNumber, citePolicy, makePolicy } from './policies.ts';
import type { Topic } from './topic.ts';

/** Where and when a letter is written, and what about. */
export interface Scene {
  topic: Topic;
  place: DemoPlace;
  year: number;
  /** Bodies that join the agency which writes, without their places. */
  partners: readonly [string, ...string[]];
}

/** What any agency may have done. */
const commonMeasures = [
  '到{N}、{N}等地听取代表、委员和群众的意见{#}条',
  '把{A}列入民生实事，每月调度一次',
  '选派{#}名干部驻点{N}，逐户走访',
  '请第三方评估{N}片区的实施效果',
  '在政务网站公布{A}的办理进度',
  '与{b}互通数据{#}项，减少群众跑腿',
  '制作{A}办事指南{#}种',
  '给{N}街道安排专项经费{m}',
  '设立{A}服务专窗{#}个',
  '梳理{A}历史遗留问题{#}个，逐一销号',
  '邀请人大代表和政协委员{#}人次现场监督',
  '开展{A}业务比武{#}场',
] as const;
const manners = ['', '', '主动', '分批', '按计划', '结合实际', '采取多种方式', '克服困难，'] as const;
const links = ['，', '，并', '，同时', '，逐步', '，做到', '；'] as const;

/** Words a measure a little differently, as different writers do: letters that are not copied should not look so. */
function vary(text: string, random: Random): string {
  const [first = '', ...rest] = text.split('，');
  const manner =
    /^[\p{Script=Han}]{2}/u.test(first) && !/^[在把给对为从与到按]/u.test(first) ? random.pick(manners) : '';
  return manner + [first, ...(random.chance(0.4) ? [] : rest)].join(random.pick(links));
}

/**
 * Fills a sentence: `{N}` an invented locality, `{L}` 省 or 市, `{A}` the area, `{o}` something counted with number and unit,
 * `{#}` a number, `{p}` most, `{r}` some per cent, `{m}` an amount of money, `{w}` who profits, with a number, `{b}` a body that joins, `{q}` a policy,
 * `{k}` one by its number, `{x}` a problem, `{d}` a measure, `{g}` a plan, `{y}` an earlier year, `{Y}` the year, `{Z}` a later one, `{M}` a month.
 * `[甲|乙]` is one of them.
 *
 * @param told What was told already, and is not told again while there is something else.
 */
export function fillSentence(
  pattern: string,
  scene: Scene,
  random: Random,
  told = new Set<string>(),
): string {
  const { topic, place, year, partners } = scene;
  const pick = (texts: readonly [string, ...string[]]) => {
    const [first, ...rest] = texts.filter((text) => !told.has(text));
    const text = first === undefined ? random.pick(texts) : random.pick([first, ...rest]);
    told.add(text);
    return fillSentence(text, scene, random, told);
  };
  const values: Record<string, () => string> = {
    N: () => inventLocality(random),
    L: () => place.level,
    A: () => topic.area,
    o: () => {
      const [what, unit] = random.pick(topic.counted);
      return `${what}${random.integer(2, 400)}${unit}`;
    },
    '#': () => String(random.integer(2, 60)),
    p: () => `${random.integer(60, 99)}.${random.integer(0, 9)}%`,
    r: () => `${random.integer(5, 45)}.${random.integer(0, 9)}%`,
    m: () => `${random.integer(20, 4800)}万元`,
    w: () => `${topic.people[0]}${random.integer(3, 900) * 10}${topic.people[1]}`,
    b: () => officeOf(place, random.pick(partners)),
    q: () => citePolicy(makePolicy(random.pick(topic.policies), place)),
    k: () => citeNumber(makePolicy(random.pick(topic.policies), place)),
    x: () => pick(topic.problems),
    d: () => vary(pick([...topic.measures, ...commonMeasures]), random),
    g: () => pick(topic.plans),
    y: () => String(year - random.integer(1, 3)),
    Y: () => String(year),
    Z: () => String(year + random.integer(1, 2)),
    M: () => String(random.integer(3, 12)),
  };
  const chosen = pattern.replace(/\[([^\]]*)\]/gu, (_, choices: string) => {
    const [first = '', ...others] = choices.split('|');
    return random.pick([first, ...others]);
  });
  return chosen.replace(/\{(.)\}/gu, (whole, name: string) => values[name]?.() ?? whole);
}
