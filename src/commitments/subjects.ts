/** What precedes the predicate of a clause. */
export type Subject =
  /** An agency (机关), an enterprise, a village: whoever can undertake something. */
  | { kind: 'agency'; name: string }
  /** A name of a place or an institution, 图书馆 or 服务中心, that can be who acts or what is built. */
  | { kind: 'facility'; name: string }
  /** The public, a deputy: somebody for whom no agency speaks. */
  | { kind: 'people' }
  | { kind: 'thing' }
  | { kind: 'none' };

const introductions =
  /^(?:同时|另一?方面|一方面|另外|此外|其中|因此|所以|为此|对此|据此|但是|但|然而|而且|而|并且|并|且|不过|最后|首先|其次|再次|再者|目前|现在|近期|此次|接下来|下一步(?:工作中?)?|下步(?:工作中?)?|下一阶段|下阶段|今后|届时|未来|后续|随后|之后|然后|其后|今年|明年|年内|总之|经研究|第[一二三四五六七八九十]|[一二三四五六七八九十]{1,3}(?:是|要|、)|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．])+[，、 ]?/u;
const adverbs =
  /(?:也|还|均|都|仍|仍然|则|便|就|必|一定|必定|即|又|再|先|全|正|现|同时|今后|下一步|下步|目前|近期|届时|已经|已|今年|明年|年内|后续|要|在今年|在明年|(?:19|20)\d\d年|\d{1,2}月份?|年?底|年?初|前|之后|随后|积极|继续|进一步|原则上|初步|一直|接下来|未来|牵头|计划)$/u;

/** 在规划中, 就该问题: no subject. */
const circumstance = /^(?:在|对|对于|就|针对|按|按照|根据)[^，]{1,30}(?:中|时|上|后|前|下|期间|方面|问题)$/u;

/** The end of a subject says what it is. */
const longestSubject = 80;

const self =
  /(?:我|本)(?:局|厅|委|部|办|院|会|中心|处|所|队|科|站|公司|单位|校|署|社|馆|台|街道|镇|乡|村|市|县|区|省|州|旗|盟|支队|大队|党组|机关|行|司|集团|们)/u;
const selfAtEnd = new RegExp(`${self.source}$`, 'u');
const agencyEnding =
  /(?:(?<![格布结])局|厅|委|(?<![全内])部|办|(?<!协)会|办公室|政府|法院|检察院|研究院|支队|大队|总队|中队|派出所|管理处|公司|集团|银行|分行|支行|街道|乡镇|镇|乡|办事处|村委会|居委会|部门|单位|机构|机关|专班|小组|党组|党委|党工委|各地|各级|双方|三方|海关|气象台|警方|公安|科室|处室|股室|交警|城管|路政|市|县|省|州|旗|我们|企业|主管|(?:我|全|本|各|市|我市|新|城|政府|市中|管委)区|(?:执法|工作|管理|巡防|技术|专业)人员|社区|处|组|队|志愿者)$/u;
const facilityEnding =
  /(?:医院|学院|学校|小学|中学|幼儿园|大学|中心|中心校|所|院|公司|站|台|馆|社|署|园区|开发区|区|村)$/u;
const thingEnding =
  /(?:小区|片区|厂区|校区|景区|山区|库区|地区|站台|平台|车站|厕所|公厕|场所|城市|超市|机会|社会|部分)$/u;
const people =
  /(?:群众|市民|居民|村民|农民|学生|家长|代表|委员|业主|用户|游客|乘客|患者|老人|老年人|儿童|职工|人员|者|车辆|车主|司机|您|你们|你|大家|人们|家庭|农户|考生|教师|医生|孩子|子女|个人|公众|住户|商户|户)$/u;

/**
 * Recognises the subject of a clause.
 *
 * @param before The clause up to its auxiliary (将, 会, 拟), folded and masked.
 */
export function subjectOf(before: string): Subject {
  const bare = withoutAdverbs(before.replace(introductions, '').slice(-longestSubject)).replace(
    /^[，、\s]+/u,
    '',
  );
  if (bare === '' || circumstance.test(bare)) return { kind: 'none' };
  const own = selfAtEnd.exec(bare);
  if (own) return { kind: 'agency', name: own[0] };
  if (thingEnding.test(bare)) return { kind: 'thing' };
  if (agencyEnding.test(bare)) return { kind: 'agency', name: nameIn(bare) };
  if (facilityEnding.test(bare)) return { kind: 'facility', name: nameIn(bare) };
  return { kind: people.test(bare) ? 'people' : 'thing' };
}

/** Whether a clause begins with an agency that speaks of itself: 我局, 我们, 本单位. */
export function beginsInFirstPerson(clause: string): boolean {
  return clause.replace(introductions, '').search(self) === 0;
}

function withoutAdverbs(text: string): string {
  let rest = text;
  while (adverbs.test(rest)) rest = rest.replace(adverbs, '');
  return rest;
}

/** The name at the end of a subject, without what introduces it: 在市委领导下我局 → 我局. */
function nameIn(subject: string): string {
  const name =
    subject
      .slice(-60)
      .split(/领导下|指导下|基础上|的同时|[由后请](?=.{3})/u)
      .at(-1) ?? '';
  return name.replace(/^在|^(?:(?:19|20)\d\d年|[今明]年|\d{1,2}月)+/u, '');
}
