import type { Random } from '../random.ts';
import { citePolicy, makePolicy } from './policies.ts';
import { fillSentence, type Scene } from './scene.ts';

type Patterns = readonly [string, ...string[]];

const situations: Patterns = [
  '[截至|到]{y}年底，[我{L}|全{L}][共有|现有]{o}，[主要分布在|集中在]{N}、{N}[等地|一带|等处]。',
  '{y}年，我局[会同|联合]{b}对{A}[情况逐一摸底|开展普查|进行排查]，[登记|核实]{o}，[建立了台账|逐一建档|列出清单]。',
  '[您反映的|建议中提到的|您所说的]{x}[等问题确实存在|的情况属实|等问题]，[在{N}、{N}一带比较突出|{N}、{N}两地尤为明显|以{N}较多]。',
  '[从近年来的投诉看|从热线受理情况看|据调查]，{x}[是群众反映较多的问题|反映最多|较为普遍]，{y}年[共|先后]受理{#}件。',
  '[为办好本件|接到交办通知后|收到您的来件]，我局[{M}月|及时]到{N}[实地查看|现场了解情况]，[并当面听取了您的意见|与您当面交换了意见|请{N}的居民座谈]。',
  '[近年来|这几年]，我{L}[持续推进|不断加强|重视]{A}工作，{y}年[新增|增加]{o}。',
];
const rules: Patterns = [
  '按照{q}[要求|部署]，我局[制定了年度计划|列出任务清单]，[明确责任单位和完成时限|定人定责|按月推进]。',
  '我局[认真落实|执行]{q}，[把{A}列入年度重点工作|由主要负责人牵头]，[每季度通报进度|定期会商]。',
  '根据{q}[的有关规定|]，我局[对相关单位开展检查|检查{#}家单位]，[发现的问题已督促整改|问题已交办|下达整改意见{#}份]。',
  '依据{q}，我局与{b}[建立了联席会议制度|会签了分工]，[每月会商一次|按季度碰头|遇事随时商量]。',
  '对照{k}，我局[逐项自查|查找差距]，[形成问题清单|列出{#}个问题]，[整改一项、销号一项|逐一整改]。',
  '我局印发《{N}片区{A}工作方案》，[分步实施|先易后难推进]。',
];
const measures: Patterns = [
  '一是{d}。二是{d}。三是[公开办理进展，接受社会监督|及时公布进展|{d}]。',
  '{y}年以来，我局{d}，[涉及|覆盖]{o}；[同时|此外，]{d}。',
  '在{N}[先行试点|率先探索]，{d}，[取得经验后推开|成熟后推广|效果较好]。',
  '会同{b}{d}，共投入资金{m}。',
  '[组织业务培训|举办培训班]{#}期，[请{N}等地介绍做法|{N}等地作了交流]，[并|还]{d}。',
  '[对{N}、{N}、{N}等重点区域开展专项检查|分片检查{N}、{N}|在{N}集中整治]，[完成整改{#}处|发现问题{#}个|已整改{#}处]。',
  '[开通投诉电话|公布监督电话|设立意见箱]，[接到反映后{#}小时内回复|专人受理|限时答复]，{y}年办结率{p}。',
];
const results: Patterns = [
  '目前已新增{o}，惠及{w}。',
  '[全年|当年]投入资金{m}，[由财政资金和社会资金共同承担|均已到位|其余由社会筹集]。',
  '[经第三方回访|据抽样调查|回访显示]，{p}的[受访群众|受访者]表示满意。',
  '[与上年相比|比上年]，有关投诉[下降了|减少]{r}。',
  '{N}、{N}[等地的做法已在全{L}推广|的做法得到群众认可|等地见效较快]。',
  '[上述工作已纳入{y}年度考核，结果良好|{y}年度考核为优秀|{y}年通过了验收]。',
];
/** What a letter ends with: each a commitment, some with a date. */
const plans: Patterns = [
  '下一步，我局将{g}，{Z}年{M}月底前完成。',
  '我局将会同{b}{g}，力争{Z}年底前见到成效。',
  '{Z}年，我局计划{g}，惠及{w}。',
  '我局将继续{g}，并及时向您通报进展。',
];
const deferrals: Patterns = [
  '待资金落实后，再将{N}等处纳入实施范围。',
  '因用地尚未落实，您提出的在{N}增设设施的建议暂不具备条件，我局已列入储备项目。',
];

/** Writes the paragraphs of a section. No pattern is used twice. */
export function writeSection(scene: Scene, random: Random): string[] {
  const told = new Set<string>();
  const say = (patterns: Patterns) => {
    const [first, ...rest] = patterns.filter((pattern) => !told.has(pattern));
    const pattern = first === undefined ? random.pick(patterns) : random.pick([first, ...rest]);
    told.add(pattern);
    return fillSentence(pattern, scene, random, told);
  };
  const paragraphs = [[say(situations), say(situations), citeTwice(scene, random)].join('')];
  for (let count = random.integer(2, 3); count > 0; count -= 1)
    paragraphs.push([say(measures), say(measures), say(results)].join(''));
  return paragraphs;
}

/** Cites a policy, and now and then what it says, by its short title. */
function citeTwice(scene: Scene, random: Random): string {
  if (random.chance(0.7)) return fillSentence(random.pick(rules), scene, random);
  const policy = makePolicy(random.pick(scene.topic.policies), scene.place);
  const cited = fillSentence(`${citePolicy(policy, true)}[施行后|实施以来]，我局{d}。`, scene, random);
  const rest =
    '[规定的职责已分解到科室，{y}年开展自查{#}次|明确的任务已完成{#}项|的宣传覆盖{#}个街道、乡镇]。';
  return `${cited}《${policy.short}》${fillSentence(rest, scene, random)}`;
}

/** Writes what will be done. @returns The sentences, each a paragraph. */
export function writePlans(scene: Scene, random: Random): string[] {
  const [first, ...others] = plans;
  const dated = random.chance(0.7) ? [first] : [];
  const more = others.filter(() => random.chance(0.6));
  // What goes on as before is no commitment of its own.
  const shown = dated.length > 0 || more.length > 1 ? [...dated, ...more] : [first, ...more];
  const told = new Set<string>();
  return [...shown, ...(random.chance(0.2) ? [random.pick(deferrals)] : [])].map((pattern) =>
    fillSentence(pattern, scene, random, told),
  );
}

/** Writes a table of what was done by year. */
export function writeTable({ topic, year }: Scene, random: Random): string {
  const rows = Array.from({ length: random.integer(2, 4) }, (_, at) => {
    const [what, unit] = random.pick(topic.counted);
    return `| ${year - 1 - at} | ${what}（${unit}） | ${random.integer(3, 900)} | ${random.integer(20, 3000)} |`;
  });
  return ['| 年度 | 项目 | 数量 | 资金（万元） |', '| --- | --- | ---: | ---: |', ...rows].join('\n');
}
