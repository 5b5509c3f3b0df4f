/** Time adverbials by which a sentence or a whole section is known to be of the future, or of the past. */

const nextStep =
  '下一?步|下一?阶段|下一?步工作|接下来|今后|往后|日后|未来|后续|后期|明年|来年|(?:在|从)?(?:今|以|往)后的?(?:工作|时间|日子|发展|办学)|在今后|在以后|在接下来|在后续|在未来|在下一?步|在明年';
const frame = new RegExp(
  `^(?:(?:同时|另外|此外|因此|为此|对此|最后|但|[一二三四五六七八九十]是|针对[^，]{1,30}|我(?:局|委|厅|部|办|市|县|区|镇|院|们)|[\\p{Script=Han}]{1,12}(?:局|委|厅|部|办|政府|中心|队|街道|镇))?(?:在)?)(?<mark>${nextStep})`,
  'u',
);
const mayFrame = /下一?[步阶]|接下来|[今往日以]后|未来|后[续期]|[明来]年/u;
const cue =
  /[将会拟待不无难暂]|计划|力[争求]|争取|预计|规划[在于]|承诺|保证|一[定建到批下]|下一?[步阶]|接下来|[今往日以]后|未来|后[续期]|[明来]年|\d ?月|年[底末]|季度|确保|务必/u;
const past =
  /了(?!解)|已(?!知)|曾|先后|近年来|近几年|近[两三二几]年|多年来|以来|去年|前年|截至|截止|目前为止|至今|累计|同期|上年|当时|(?:认定|印发|出台|建成|完成|投入|获得|取得)了|此前|早在|(?:开展|进行|召开|研究|协调|组织|提)过/u;
const present =
  /正在|目前|正(?=[与对在按会])|一直|始终|长期以来|现阶段|历来|每(?:年|月|季度?|周|天|个)[^，]{0,12}[都均]|通常|一般(?:都|会)|往往/u;

/** Whether a sentence has a word without which none is of the future, nor refuses anything. */
export function mayCommit(masked: string): boolean {
  return cue.test(masked);
}

/** Where the frame at the start of a clause ends. */
export function futureFrame(clause: string): number | undefined {
  if (!mayFrame.test(clause)) return undefined;
  const found = frame.exec(clause);
  if (!found) return undefined;
  const rest = clause
    .slice(found[0].length)
    .replace(/^的?(?:工作|时间|过程)?(?:中|里|之中|打算|计划|安排)?/u, '');
  return clause.length - rest.length;
}

/** Whether a clause tells what was done: 已…, …了, 近年来. */
export function isPast(clause: string): boolean {
  return past.test(clause);
}

/** Whether it tells what is so now, or always: 目前, 正在, 一直. */
export function isPresent(clause: string): boolean {
  return present.test(clause);
}
