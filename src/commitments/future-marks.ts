import {
  beginsAct,
  beginsEffect,
  beginsWilling,
  beginsWithAdverb,
  beginsWithVerb,
  hasProjectStep,
} from './verbs.ts';
import { subjectOf, type Subject } from './subjects.ts';

/** A word by which a clause is of the future, and of what kind that makes its sentence. */
export interface FutureMark {
  kind: 'action' | 'plan';
  /** Who acts, where the clause says so. */
  subject: Subject;
  /** What follows the word. */
  predicate: string;
}

/** Words that end in 将 or begin with it and are not the auxiliary; 现将…答复如下 and 已将 take an object. */
const auxiliary = /(?<![即现必终已麻名健])将(?![军近士领相帅才门要来])/gu;
const willBe = /将(?:要|会|来会)/u;
/** 会 behind who acts or behind an adverb, not in 会议, 会同, 社会, 委员会. */
const ability =
  /(?<=我[^，]{0,6}|们|局|委|部|厅|办|府|队|中心|门|单位|公司|人员|者|校|站|所|村|也|还|将|一定|就|必定|区|市|县|镇)(?<![管村居党常业组家筹监专]委)会(?![议同商上后办签审见员场长费计所馆展谈期战师堂城务合])/u;
const habit = /每(?:年|月|季|周|天|日|个|次|学期|逢)|经常|往往|通常|一般|定期都|都会|总会|历年|常年/u;

/** Objects of 将 that are none of a predicate's first words: 将您的建议, 将该项目. */
const determiner =
  /^(?:您|你|代表|委员|该|此(?!后)|其|这|那|本[^着]|上述|以上|有关|相关|所|我|各|全|○|“|《|一些|更多|部分|原|新建的|两|三|\d+[个条所座处家米公])/u;
/** Verbs of what is done to the object of 将: 将…纳入…, 将…作为…. */
const disposal =
  /^([^，]{1,60}?)(?:纳入|列入|作为|列为|转为|变为|改为|改造[成为]|打造[成为]|建设[成为]|建成|移交|下放|上报|报送|报[至给]|提交|反馈|反映|转交|转达|分解|落实到|落到|运用|应用|融入|投入到|用于|用到|转化|调整[为到至]|提高到|提升到|增加到|扩大到|延伸到|延长|划入|划归|摆在|摆上|放在|提上|贯穿|引入|并入|设为|定为|确定为|命名|交由|推向|发放给|挂钩|结合起来|结合|送[至到]|答复|回复|函告|列支|定位|视为|变成|控制在|分成|分为|统筹考虑)/u;

/**
 * Reads a clause that begins with 将 and of which only the clauses before it say who acts, so that any verb will do:
 * 我局在县委领导下，*将严密关注进展*.
 */
export function continuedWill(clause: string): FutureMark | undefined {
  const predicate = /^[也还并]?将(?![来近])(.{2,})/u.exec(clause)?.[1];
  if (predicate === undefined || beginsEffect(predicate) || takesObject(predicate)) return undefined;
  return { kind: 'action', subject: { kind: 'none' }, predicate };
}

/** Finds the future mark of a clause, folded and masked, that says what somebody undertakes. */
export function futureMarkIn(clause: string): FutureMark | undefined {
  return markedByJiang(clause) ?? markedByHui(clause) ?? plannedIn(clause);
}

/** A clause of more is no sentence, and its beginning shows what a predicate is. */
const [mostMarks, longestPredicate] = [4, 120];

function markedByJiang(clause: string): FutureMark | undefined {
  if (!clause.includes('将')) return undefined;
  for (const { index, 0: word } of Array.from(clause.matchAll(auxiliary)).slice(0, mostMarks)) {
    const subject = subjectOf(clause.slice(0, index));
    const predicate = clause.slice(index + word.length, index + longestPredicate).replace(/^会(?!同)/u, '');
    if (isUndertaken(subject, predicate)) return { kind: 'action', subject, predicate };
  }
  const will = willBe.exec(clause);
  if (!will) return undefined;
  const subject = subjectOf(clause.slice(0, will.index));
  const predicate = clause.slice(will.index + will[0].length);
  return isUndertaken(subject, predicate) ? { kind: 'action', subject, predicate } : undefined;
}

function markedByHui(clause: string): FutureMark | undefined {
  if (!clause.includes('会')) return undefined;
  const found = ability.exec(clause);
  if (!found || habit.test(clause)) return undefined;
  const subject = subjectOf(clause.slice(0, found.index));
  const predicate = clause.slice(found.index + 1);
  return subject.kind === 'agency' && beginsAct(predicate)
    ? { kind: 'action', subject, predicate }
    : undefined;
}

/** Whether 将 is the auxiliary of an act or of a step, not the mark of an object or of an effect. */
function isUndertaken(subject: Subject, predicate: string): boolean {
  // 将不予受理 states a rule.
  if (subject.kind === 'people' || predicate.length < 2 || predicate.startsWith('不予')) return false;
  const own = subject.kind === 'agency';
  if (!beginsWithAdverb(predicate) && takesObject(predicate)) return false;
  if (own) return true;
  if (beginsEffect(predicate)) return false;
  if (subject.kind === 'thing') return hasProjectStep(predicate) || beginsWilling(predicate);
  return beginsAct(predicate) || hasProjectStep(predicate);
}

/** Whether 将 before these words marks their first ones as an object: 将该路纳入规划. */
function takesObject(predicate: string): boolean {
  if (determiner.test(predicate)) return true;
  const found = disposal.exec(predicate);
  if (!found) return false;
  // 将建设用地纳入…: the verb belongs to the object. 将研究制定办法并纳入…, 将组织评审后报送…: it does not.
  return !beginsWithVerb(predicate) || !/^(?:..)?$|[并且再后对向]|进行|予以/u.test(found[1] ?? '');
}

const intention = /(?<![草模虚比所])拟(?!定(?![于在对期])|制(?!定)|[订议稿人态写合录准])(?=.{2})/u;
const planning =
  /(?<![的划度案年规项行程按有动施升坚训育生列]|项目|工作|建设|发展|投资|改造|生育|列入|纳入)计划(?=在|于|将|对|从|用|近|尽|投|通过|由|以|与|分|为|到|至|今|明|下|后|年|再|每|\d|新|建|修|实|启|开|完|改|安|增|引|推|申|组|采|总投|利|争|选|设|打|全|继|进|力|逐|聘|购|配|制|出|拓|召|举|邀|更|成|拆|整|规|创|培|招|搬|迁|铺|栽|种|扩|加|补|派)|(?<=项目)计划(?=于|总?投|今|明|\d|年|从|下)|(?<=(?:19|20)\d\d年|今年|明年|近年|月|季度|年度)计划(?=.{2})/u;
const goal =
  /(?:^|[并且也还尽全们局委厅部办府队镇乡县市区省])(?:力争(?=.{3})|(?:争取|力求)(?=在|于|将|把|让|使|早|尽|年|今|明|\d|本|下|第|实现|达到|完成|列入|纳入|做到|建成|开工|启动|立项|全|能|到(?=(?:19|20)\d\d|明年)|获批|更))/u;
const expectation = /(?:预计|预期|计划于|有望于)/u;
const designing = /(?:^|[局委厅部府县市区我们])规划(?:在|于)/u;
/** 预计需建设资金15万元 estimates; nobody undertakes it. */
const estimate = /^(?:约|共|总)?(?:需|要?投资|投入资金|造价|费用|耗资|可(?:供|容纳|新增))/u;
const imminent = /即将(?=.{2})/u;

/** 拟, 计划, 力争, 预计 and 即将, where they say what is intended. */
function plannedIn(clause: string): FutureMark | undefined {
  if (!/拟|计划|规划|预计|预期|即将|有望/u.test(clause)) return undefined;
  for (const word of [intention, planning, designing]) {
    const found = word.exec(clause);
    if (!found || /前期|此前|当[时初]|原先/u.test(clause.slice(0, found.index))) continue;
    const before = clause.slice(0, found.index);
    const subject = subjectOf(before);
    const predicate = clause.slice(found.index + found[0].length);
    if (subject.kind === 'people' || /^[^，]{0,12}的(?!\d)/u.test(predicate)) continue;
    return { kind: 'plan', subject, predicate };
  }
  for (const word of [expectation, imminent]) {
    const found = word.exec(clause);
    if (!found) continue;
    const subject = subjectOf(clause.slice(0, found.index));
    const predicate = clause.slice(found.index + found[0].length);
    if (estimate.test(predicate)) continue;
    if (subject.kind !== 'people' && hasProjectStep(predicate) && !beginsEffect(predicate))
      return { kind: 'plan', subject, predicate };
  }
  return undefined;
}

/** A goal (力争, 争取) at the start of a clause: a plan by itself, a purpose behind what was done. */
export function goalIn(clause: string): FutureMark | undefined {
  if (!/力[争求]|争取/u.test(clause)) return undefined;
  const found = goal.exec(clause);
  if (!found) return undefined;
  return {
    kind: 'plan',
    subject: subjectOf(clause.slice(0, found.index)),
    predicate: clause.slice(found.index + found[0].length),
  };
}
