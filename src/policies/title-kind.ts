/**
 * How certain it is by its title that a text named in 《》 is a policy: a law, a plan, a notice, a standard. Other things
 * are named so too: books, newspapers, proposals, contracts.
 */
export type TitleKind = 'certain' | 'likely' | 'other';

/** What may follow the word for the kind of document: （试行）, （2021—2035年）, 修订草案. */
const version =
  /(?:（[^（）]{0,30}）|〔[^〔〕]{0,20}〕|(?:公开)?征求意见稿|(?:修订|修正)?草案(?:送审稿)?|送审稿|初稿|讨论稿|审议稿|修订[版稿]?|修正案?|试行|暂行|\d{4}年?版|第[一二三四五六七八九十\d]+版|\d\.\d版?)$/u;

const certain =
  /(?:条例|办法|规定|细则|规则|规程|规范|标准|准则|导则|通则|总则|(?<!设计|施工|投标|治疗|诊疗)方案|规划|(?<!教学|商业|训练)计划|纲要|命令|法典|宪法|(?<!图书|文章|影片)目录|名录|(?<!节目|歌|书|问题|任务)清单|指引|要点|措施|政策|预案|规章|技术导则|[一二三四五六七八九十\d]条|若干意见|指导意见|实施意见|行动|分类|定额)$/u;
/** These words are certain in a title that says what it is about: 关于…的通知. */
const certainAbout =
  /关于.+(?:意见|通知|决定|决议|公告|通告|通报|批复|复函|函|解释|答复|规定|若干问题|安排|要求|制度|指南|的建议)$/u;
const law =
  /(?<![方做疗写说看想算用兵书语手魔佛心拳技章笔针文句画刀剑枪]|教学|学习|工作|栽培|养殖|检测|测定|检验|分析|计算|评价|记忆|思维|快乐|减压)法$/u;
const likely =
  /(?:意见|通知|决定|决议|公告|通告|通报|批复|指南|制度|安排|任务|举措|战略|大纲|图则|要求|体系|协定|议定书|公约|章程|令|指标|图集|任务清单|问题清单|分工|台账|工程|条件)$/u;
/** Papers from one office to another, which are no policy even with a number. */
const correspondence =
  /(?:请示|汇报|报告|申请|协议书?|合同|证书?|判决书|许可证|意见书|复议决定书|报告书|请求|函件)$/u;
const partyConstitution =
  /^中国(?:共产党|人民政治协商会议)?.{0,8}章程$|^(?:联合国|国际|世界).+(?:公约|宪章)$/u;
const proposal = /(?:提案|议案|建议案?|议事原案|意见建议|建议意见|建议书|提案建议)$/u;
/** The Party's Central Committee proposes plans to the state: such a 建议 is a policy. */
const partyProposal =
  /^(?:中共|中国共产党|.{2,8}省委|.{2,8}市委|.{2,8}县委|.{2,8}区委).*关于制定.+(?:规划|计划).*的建议$/u;

/** Removes what a title states about its version and its number. @param title Folded, without spaces. */
export function withoutVersion(title: string): string {
  let left = title;
  for (let shorter = left.replace(version, ''); shorter !== left; shorter = left.replace(version, ''))
    left = shorter;
  return left === '' ? title : left;
}

/** Whether a title is that of a report, a contract or a certificate. @param title As for {@link titleKind}. */
export function isCorrespondence(title: string): boolean {
  return correspondence.test(withoutVersion(title));
}

/** @param title Folded, without spaces, without the outer marks. */
export function titleKind(title: string): TitleKind {
  const stem = withoutVersion(title);
  if (partyProposal.test(stem)) return 'certain';
  if (proposal.test(stem)) return 'other';
  if (stem.length < 2 || /[。！？!?]/u.test(stem)) return 'other';
  if (certain.test(stem) || law.test(stem) || partyConstitution.test(stem) || certainAbout.test(stem))
    return 'certain';
  return likely.test(stem) ? 'likely' : 'other';
}

/** Whether a title is that of a proposal. @param title As for {@link titleKind}. */
export function isProposalTitle(title: string): boolean {
  const stem = withoutVersion(title);
  return proposal.test(stem) && !partyProposal.test(stem);
}

const qualifiers =
  '实施|管理|指导|工作|行动|总体|暂行|若干|三年|五年|年度|专项|发展|建设|改革|试点|具体|补充|配套|促进|推进|奖补|补助|奖励|扶持|支持|监管|考核|评价|技术|整治|治理|近期|处理|审批|任务|分工|重点|运行|政策|操作|修订|中长期|“?十[一二三四五]五”?|总体规划|专项规划|详细|控制性详细|应急|基本|强制性|国家|行业|地方|省|市|县|区|新|老|旧|原|本|该|两个|三个|上述|\\d{4}年?';
const kinds =
  '法|条例|办法|规定|细则|规则|规程|规范|标准|准则|导则|通则|意见|通知|方案|规划|计划|纲要|决定|决议|公告|通告|通报|批复|命令|目录|名录|清单|指引|要点|措施|政策|预案|指南|制度|安排|大纲|要求|行动|函|规章|条';
const generic = new RegExp(`^(?:${qualifiers})*(?:${kinds})$`, 'u');

/** Whether a title names no subject, so that it can only be short for another one: 《办法》, 《实施意见》. */
export function isShortTitle(title: string): boolean {
  return generic.test(withoutVersion(title));
}
