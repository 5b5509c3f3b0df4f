import { isAdvice } from './foreign-speech.ts';
import { subjectOf } from './subjects.ts';
import { isPast, isPresent } from './time-frames.ts';
import { beginsAct, beginsEffect, beginsWithAdverb, hasProjectStep } from './verbs.ts';

/**
 * Whether an unmarked clause says what is to be done, by nobody else.
 *
 * @param listed Whether it is below a lead-in, where nearly any step counts.
 */
export function isAct(text: string, listed: boolean): boolean {
  const bare = text.replace(/^(?:同时|另一?方面|一方面|另外|此外|并|且|也|还|要|继续)+，?/u, '');
  if (bare.length < 4 || isPast(text) || isPresent(text) || isAdvice(text) || /有望|[尚还仍]未/u.test(text))
    return false;
  if (isStative(bare) || isPrediction(bare) || /^(?:经(?!常|费|济|营)|针对|鉴于|由于|关于|为了)/u.test(bare))
    return false;
  if (beginsEffect(bare)) return listed && beginsAct(bare);
  return (
    beginsAct(bare) || /^将(?!来|近)/u.test(bare) || actsOfAgency(bare) || (listed && hasProjectStep(bare))
  );
}

/** Whether a clause says what a thing will bring about: 幼儿园投用后将缓解学位紧张. */
function isPrediction(text: string): boolean {
  const [, subject = '', predicate = ''] = /^(.{2,40}?)将(?:会|能|可)?(.+)$/u.exec(text) ?? [];
  return beginsEffect(predicate) && subjectOf(subject).kind !== 'agency';
}

/** Whether a clause says what something is, not what is done: 公厕是公共设施. */
export function isStative(text: string): boolean {
  return (
    /(?:部门|单位|机关|机构|主体|标准)为|^对于?[^，]{1,40}属于/u.test(text) ||
    (/^[^，]{1,20}(?:是(?!否)|属于|在于|存在|具有|不足|较)/u.test(text) && !beginsWithAdverb(text))
  );
}

/** Whether a clause begins with who acts, and goes on with an act: 市公安局加大巡逻力度, 我们将该路纳入…. */
function actsOfAgency(text: string): boolean {
  for (const { index, 0: end } of text
    .slice(0, 30)
    .matchAll(/[们局委厅部办府心队镇乡县市区省院所司站村]|街道|部门|单位/gu)) {
    const at = index + end.length;
    const predicate = text.slice(at).replace(/^(?:要|也|还|均|都|会|将)+/u, '');
    if (subjectOf(text.slice(0, at)).kind === 'agency' && (beginsAct(predicate) || text[at] === '将'))
      return true;
  }
  return false;
}

const adverbial =
  /^(?:将)?(?:以|按|根据|围绕|结合|在|针对|立足|坚持|聚焦|紧扣|从|为|经|综合|充分).*(?:精神|要求|实际|建议|部署|目标|导向|契机|抓手|重点|原则|问题|情况|意见|职责|职能|安排|规定|基础|主线|核心|方面|提案|引领|指导|分析|研究|调研|论证|协商|[中上下后时》])$/u;

/** Whether a clause is no statement by itself: 结合您的建议, 我局将按照…要求, 以…为目标. */
export function isAdverbial(text: string): boolean {
  return adverbial.test(text.replace(/^.*?将/u, '将'));
}
