import { beginsInFirstPerson } from './subjects.ts';
import { beginsAct } from './verbs.ts';

/** Clauses in which a letter advises, asks, orders, quotes or thanks: acts of others, or none. */

const request =
  /^(?:(?:同时|也|另外|最后|再次|并|特|在此|对此|因此|我们|我局|我委|我部|我厅|诚恳|真诚|衷心|恳切|热忱)，?)*(?:建议|希望|望(?!湖)|请(?!示)|恳请|敬请|欢迎|期待|盼|祝|顺祝|呼吁)/u;
const advice =
  /可(?:根据|按|按照|依据|通过|以?向|自行|结合|参照|以由|到|拨打|直接|登录)|应当|应(?=[由加积认严按及当该以在将把从根依]|尽|主动)|须|必须|不得|严禁|禁止|不准|(?:需|需要)(?:由|您|代表|委员|贵|各|业主)/u;
const order =
  /(?<!(?:按|照|据|依).{0,30})(?:要求|规定)(?=.{2})|^(?:请|由).{1,20}(?:负责|牵头)|^[^，我]{0,10}(?<![经理交自])由[^，我]{1,20}(?:提出|申请|申报|审批|审核|初审|批准)/u;
const citation =
  /(?:[》”）]|条例|办法|意见|通知|文件|政策|方案|规划|会议|法|中|里)(?:均|也|已|还|都|就)?(?:明确|分别|进一步)?(?:规定|要求|提出|明确|指出|强调|约定|部署)|(?:明确(?:规定|要求|提出)|(?<![您你所])提出|指出|强调|写明|载明|认为|显示|批示|向[^，]{2,16}请示)$/u;
/** Cheaper to look for than the whole: most clauses cite nothing. */
const mayCite = /规定|要求|明确|提出|指出|强调|约定|部署|[写载]明|认为|显示|[批请]示/u;
const proposal =
  /(?:^|[，对])(?:您|你|贵|代表|委员)(?:们|委|党派)?(?:在|所|建议|提出|反映|提的|的|关心|关注|提案|指出|认为)|(?:建议|提案|议案)(?:中|里|提出|所提|指出|反映)/u;
const courtesy =
  /虚心|不胜|感激|宝贵(?:意见|建议)|听取(?:您|你|各|代表|委员|意见)|不(?:辜负|负)|竭诚|再接再厉|一如既往地?(?:关心|支持|关注|接受)|监督我们|改进(?:我们的?)?工作|满意(?:的)?答|祝/u;
const offer =
  /(?:如|若|对(?:以上|此|本)?(?:答复|函复|复函|办理))[^，]{0,20}(?:意见|疑问|建议|不满意|满意|不妥|不明)[^。]{0,40}?(?:联系|反馈|改进|沟通|解答|指正|填)/u;
const thanks = /感谢|致谢|谢谢|道谢/u;
const belief = /(?:相信|坚信|深信|可以预见|认为|估计|据了解|据悉|了解到|获悉)/u;

/** What a clause is besides a statement of the agency's own; undefined where it is one. */
export type Foreign = 'request' | 'citation' | 'proposal' | 'thanks' | 'belief';

/** Recognises a clause after which a sentence speaks of what others do or say. */
export function foreignSpeech(clause: string): Foreign | undefined {
  if (request.test(clause)) return 'request';
  if (thanks.test(clause)) return 'thanks';
  if (proposal.test(clause)) return 'proposal';
  if (belief.test(clause)) return 'belief';
  if (mayCite.test(clause) && citation.test(clause) && !beginsAct(clause) && !beginsInFirstPerson(clause))
    return 'citation';
  return undefined;
}

/** Whether an unmarked predicate tells others what to do: 可按程序申报, 应当, 要求各乡镇. */
export function isAdvice(clause: string): boolean {
  return advice.test(clause) || order.test(clause);
}

/** Whether a sentence offers to answer further questions: 对以上答复如有意见，请与我局联系. */
export function isOffer(masked: string): boolean {
  return offer.test(masked);
}

/** Whether an undertaking is a mere form of politeness: 我们将虚心听取. */
export function isCourtesy(clause: string): boolean {
  return courtesy.test(clause);
}
