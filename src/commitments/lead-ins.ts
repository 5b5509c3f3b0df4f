const number = '(?:[二两三四五六七八九十几]|[2-9])';
/** What counts the items of a list that follows: 以下工作, 三个方面, 两项措施, 三个“加强”. */
const announcing = new RegExp(
  `(?:以下|如下|下列|下述|这(?=几|${number}))|${number}(?:个|大|项|条)?(?:方面|点(?![位半])|环节|层面|角度)|` +
    `${number}(?:个|项|条)(?:重点|具体|主要)?(?:工作|措施|举措|任务|重点)(?=$|[：。；])|` +
    `${number}(?:个|项)(?:加强|强化|到位|抓好|坚持|确保|“)`,
  'u',
);
const announcingEnd =
  /(?:工作|措施|举措|方面|任务|如下|以下|事项|着手|入手|发力|努力|做起|做好|打算|计划|安排|改进|推进|落实|解决|”|重点|建议|开展|加强|几点|内容)[：。；]?$/u;

/** Whether a clause announces a list: 采取以下措施, 从三个方面入手, 重点做好三个“加强”. */
export function isAnnouncement(clause: string): boolean {
  const found = announcing.exec(clause);
  if (!found) return false;
  return clause.length - found.index - found[0].length <= 24 && announcingEnd.test(clause);
}
