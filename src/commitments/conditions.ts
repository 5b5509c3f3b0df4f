/** Events without a date on which an act waits: 待资金到位后, 建成后, 如政策调整. */

const waiting =
  /只(?:有|能)[^，]{2,40}后$|(?:^|[，并将须需，后项目]|我们|我局|[县市区镇乡])待(?![遇业定续命建办到]|解决|完善|提高|加强|改)[^，]{1,60}/u;
const events =
  '到位|就位|下达|落实|批复|获批|批准|审批|审批通过|通过|建成|建好|完工|竣工|完成|投用|投入使用|出台|印发|发布|成熟|具备|允许|许可|验收|验收合格|移交|交付|解决|确定|明确|启动|实施|结束|征收|拆迁|征拆|搬迁|开通|落成|运营|启用|开工|通车|修订|充足|充裕|宽裕|好转|改善|同意|立项|调整|稳定|备案|用地|划转|开发|招标|中标';
const afterwards = new RegExp(
  `(?:${events})(?:[、和及与][^，]{1,16})?(?:之后|以后|后|的?(?:情况|前提|条件)下|时)(?:$|[^期续勤备台面]|即|再)`,
  'u',
);
const afterFirst = new RegExp(`一(?:旦)?(?:${events})$|一[经旦](?:${events})`, 'u');
const approved = /(?:符合|满足|达到)[^，]{0,24}(?:条件|标准|要求)(?:之?后|时)$/u;
const conditional =
  /^(?:但|同时|今后|以后|下一?步|届时)?，?(?:如果?(?!期|约|实|数|上|下|何|同|此|意|今)|若|倘若|假如|一旦)[^，]{0,40}(?:政策|规划|条件|资金|调整|允许|成熟|出台|需要|需求|项目|批准|纳入|有新|变化|机会|审批|验收)/u;
const opportunity = /^(?:未来|今后|以后|将来|后期)如?有[^，]{0,20}(?:机会|资金|条件|项目|指标)/u;
const conditionally =
  /(?:视|根据)[^，]{0,20}(?:资金|财力|财政|到位|争取)[^，]{0,8}情况|条件(?:成熟|允许|具备)(?:时|后|的|，|$)|时机成熟/u;
const dated =
  /(?:(?:19|20)\d\d年|今年|明年)(?!度)[^，]{0,6}(?:后|时|建成|完工|竣工|通车|投用)|年底|\d{1,2}月/u;

/** Whether a clause has a day, month or quarter of its own. */
export function hasDate(clause: string): boolean {
  return /\d{1,2} ?月|季度|年[底末内]/u.test(clause);
}

/** Whether a clause, folded and masked, makes what follows wait for an event that has no date. */
export function isUndatedCondition(clause: string): boolean {
  if (!/[待后时下只如若倘假视据]|一[经旦建到批下]|条件|时机|有/u.test(clause)) return false;
  if (/一旦发现|如有(?:意见|疑问|不)|如发现|如遇|如需|若有(?:意见|疑问)/u.test(clause)) return false;
  if (dated.test(clause)) return false;
  return (
    waiting.test(clause) ||
    afterwards.test(clause) ||
    afterFirst.test(clause) ||
    approved.test(clause) ||
    conditional.test(clause) ||
    opportunity.test(clause) ||
    conditionally.test(clause)
  );
}

/** Whether it waits in so many words (待…后): that is of the future without a further mark. */
export function isWaiting(clause: string): boolean {
  return !dated.test(clause) && (waiting.test(clause) || /一(?:建成|到位|批复|下达)$/u.test(clause));
}
