const notNow =
  /(?:暂|暂时|目前|现阶段|近期|当前|尚|现)(?:还|仍|均)?(?:不(?!断|少|完|够|足|久)|无法|无力|没有能力|难以)(?!予公开|便公开)/u;
const refused =
  /暂(?:时)?不[^，断少完]{0,6}(?:增|设|建|装|改|开|纳|考虑|安排|实施|调整|拆|列)|不予(?:采纳|考虑|支持|安排|解决|批准|同意|立项|设置|增设|实施|安装|设立|建设|调整)|(?:暂|)不(?:能|宜|可|便|适宜)(?:[^，]{0,12})(?:实施|解决|设置|增设|建设|安排|采纳|纳入|调整|开通|安装|办理|列入|满足|落实|施划|新建|立项|新增|修建|拆除|改变|更改|改造)|不(?:具备|符合|满足)[^，]{0,60}(?:条件|规定|要求|标准|政策|规范|规划)|无(?:法|力|资金)[^，]{0,16}(?:支持|承担|加固|解决|实施|安排|纳入|落实|建设|设置|设立|增设|采纳|办理|满足|安装|开通|改造|新建|新增)|不(?:可行|再(?:新增|新建|增设|设置|建设))|暂缓(?:实施|建设|考虑)|难以(?:实施|解决|实现|满足|采纳|落实)/u;
const about = /建议|提案|代表|委员|该|此|您|你|上述|这|本|我|目前|现|暂/u;
const general =
  /凡|对(?:不|未)|的，?不予|(?:对于)?[^，]{0,12}的(?:单位|企业|个人|车辆|商户|农户|家庭|对象)|者|学生|考核|验收|整改|查处|责令|处罚|一律/u;

/** What is not done if something else is so: 如不符合条件，不予受理. */
const conditional = /如(?:果|有|不|未|因|遇)/u;

/**
 * Whether a sentence says that what was asked for is not done, or not now. Rules for everybody (不符合条件的,
 * 不予受理) are none.
 *
 * @param masked The sentence, folded and masked.
 */
export function isRefusal(masked: string): boolean {
  return (
    (notNow.test(masked) ? refused.test(masked) || /不能|无法/u.test(masked) : refused.test(masked)) &&
    about.test(masked) &&
    !general.test(masked) &&
    !isConditional(masked)
  );
}

/** Whether the clause that refuses, or the one before it, begins with if. */
function isConditional(masked: string): boolean {
  const clauses = masked.split(/[，：]/u);
  const at = clauses.findIndex((clause) => refused.test(clause) || notNow.test(clause));
  return clauses.slice(Math.max(0, at - 1), at + 1).some((clause) => conditional.test(clause));
}
