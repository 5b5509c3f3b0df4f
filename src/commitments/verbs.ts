/**
 * Classes of Chinese verbs and adverbs by which official letters show whether a clause is an act of somebody,
 * a step of a project, or the effect that is expected of either.
 */

/** Adverbs that only modify an act: 将*进一步*…. */
const mannerAdverbs =
  '继续|进一步|持续|积极|认真|严格|切实|全力|大力|着力|不断|加快|加紧|逐步|逐年|逐一|逐项|适时|及时|依法|依规|依照|全面|深入|科学|合理|主动|努力|尽快|尽力|尽早|尽最大|尽可能|抓紧|定期|不定期|重点|坚持|坚决|扎实|稳步|有序|充分|广泛|着重|同步|优先|紧紧|紧密|密切|牢固|牢牢|精心|分批|分期|分步|分类|分段|分年|多渠道|多措并举|多方|因地制宜|常态化|高标准|高质量|高水平|更加|一并|一如既往|一步|再次|再接再厉|竭尽|竭力|着手|立即|马上|立足|陆续|统一|集中|共同|联合|适当|时刻|始终|随时|有计划|有步骤|有针对性|根据|按照|按|结合|针对|围绕|通过|利用|依托|借助|聚焦|紧扣|本着|参照|会同|协同|配合|会商|经|待|以|在|从|把|对|于|与|同|向|为|由|并|也|还|会|要|力争|争取|不再|不|先|再|每|用|最大|最大限度|专门|专题|牵头|择期|择优|近期|尽|全过程|全程|精准|靠前|勇于|敢于|狠抓|紧盯|视|依|经常|长期|广开|多方面|正式';

/** Verbs of acts of agencies, in the two-character form that letters prefer. */
const actVerbs =
  '加强|加大|加密|加固|加装|强化|统筹|组织|开展|推进|推动|推行|推广|推出|推荐|建立|建设|建成|建好|健全|完善|制定|制订|拟定|研究|出台|落实|贯彻|执行|实施|启动|督促|督导|督查|指导|协调|协助|安排|增设|增加|增派|增配|增强|新建|新增|新设|改造|改建|改进|改革|修复|修建|修缮|修订|修改|修整|维修|维护|维持|更换|更新|安装|设置|设立|设计|投资|投入|投放|筹集|筹措|筹建|申报|申请|上报|报送|报请|报告|报批|编制|编写|规划|优化|提高|提升|提请|提出|提前|做好|做大|做强|做实|做优|做细|做到|抓好|抓实|抓住|规范|整合|整改|整治|引导|引进|引入|宣传|培育|培养|培训|打造|打击|打通|探索|鼓励|支持|扶持|清理|清除|查处|查明|排查|拆除|拆迁|调整|调研|调查|调度|调动|调配|扩大|扩建|扩容|拓展|拓宽|召开|举办|邀请|聘请|委托|成立|选派|选择|选址|选取|配备|配套|配置|配齐|购置|购买|采购|采取|采用|采纳|改善|解决|保障|保证|确保|保护|保持|考虑|吸收|吸纳|借鉴|跟踪|跟进|关注|开通|开放|开发|开设|开工|开办|延伸|恢复|招聘|招募|招商|招引|补充|补齐|充实|学习|深化|细化|创新|创建|创造|发挥|发展|发动|发放|发布|履行|承担|参与|参加|参考|介入|提供|给予|予以|拨付|兑现|完成|搭建|构建|构筑|布局|布设|划定|划分|施划|征求|征收|走访|论证|评估|评选|检查|检测|巡查|巡逻|监督|监管|监测|审核|审批|办理|办好|处理|处置|处罚|答复|反馈|回应|回复|请示|沟通|对接|联系|联动|衔接|引领|带头|压实|严控|严查|严厉|严把|严打|严肃|管控|管理|控制|用好|用足|用活|盘活|激发|激活|挖掘|挖潜|丰富|巩固|夯实|拓宽|畅通|疏通|疏导|落地|复核|核实|核查|核定|明确|确定|梳理|摸排|摸清|摸底|收集|汇总|分析|研判|研发|测算|比对|试点|试行|总结|建议|倡导|提倡|弘扬|普及|传承|营造|形成|树立|打好|守住|坚守|筑牢|织密|预留|预防|防范|防止|杜绝|遏制|化解|消除|减少|降低|减免|免除|取消|撤销|停止|暂停|关闭|关停|转移|转变|转型|迁移|搬迁|移栽|移交|接收|接管|承接|受理|公示|公布|公开|曝光|通报|通知|告知|提醒|约谈|问责|追究|考核|考察|表彰|奖励|激励|资助|补助|补贴|补偿|补种|补栽|栽植|种植|绿化|美化|亮化|硬化|净化|黑化|铺设|铺装|铺(?=[设装好])|架设|敷设|接入|供应|供水|供电|储备|收储|出让|收购|回收|回购|组建|团结|凝聚|号召|动员|教育|引育|选树|选拔|选聘|录用|安置|帮助|帮扶|帮(?!忙)|服务|接受|欢迎|听取|吸引|释放|扩面|覆盖|聚力|聚合|汇聚|集聚|融合|融入|对标|借力|持之以恒|举全|想方设法|千方百计|下大|下功夫|花大|出资|出台|立项|谋划|策划|论证|争创|申创|助力|助推|赋能|支撑|牵线|搭(?!载)|着眼|尝试|试验|试用|启用|使用|采集|采编|录制|制作|印制|印发|编印|刊发|播放|播出|派驻|派出|轮训|轮换|值守|值班|疏散|救助|救治|诊疗|接种|免费|限制|限定|禁止|严禁|取缔|规避|打破|突破|攻克|破解|破除|清退|清运|清淤|清洗|疏浚|治理|管护|养护|看护|看管|照顾|关爱|关心|慰问|走进|深挖|延长|缩短|压缩|压减|简化|精简|下放|放宽|放开|拿出|列支|列出|列入|纳入|增收|创收|促进|促使|倒逼|推介|展示|展销|呼吁|反映|转报|转交|交由|交办|审定|审议|批复|批准|核发|核准|发出|签订|签署|执法|立法|拆|抓(?!手)|派|盯|建(?=[一二三四五六七八九十\\d成好])|修(?=[建复通好])|投(?!诉)|扩(?!散)';

/** Steps of a project: what a road or a school “will” without being an agent. */
const projectSteps =
  '开工|动工|施工|复工|完工|竣工|建成|建设|新建|改建|扩建|改造|修建|修复|通车|通水|通气|通电|供水|供气|供电|投入使用|投用|投运|投产|启用|启动|使用|实施|交付|开通|运营|运行|开放|开园|开学|开业|开诊|招生|拆除|搬迁|完成|推进|推行|进行|安装|开展|出台|印发|公布|发布|颁布|提交|施行|落地|验收|落成|封顶|进场|招标|挂牌|上线|推出|举办|举行|召开|设置|设立|更换|清理|整治|纳入|列入|办理|迁建|移交|发放|到位';

/** Verbs of effect: what a measure is expected to bring about, not what anybody undertakes. */
const effects =
  '有效|极大|大大|大幅|有力|显著|明显|更好|有助|有利|有望|带动|带来|成为|成了|形成|得到|得以|惠及|产生|影响|达到|达|实现|是|使|让|令|导致|造成|面临|迎来|受到|呈现|有所|有|无|能|可|没有|出现|越来越|起到|满足|方便|缓解|改善|增强|提升|促进|推动|减少|增加|提高|消除|解决|改变|彻底|真正|进一步(?:提升|改善|缓解|增强|促进|提高|推动|优化|完善|方便|满足|带动|激发|扩大|拉动|增加|减少)|不断(?:提升|改善|增强|提高|满足)|逐步(?:形成|得到|改善|提升|提高|缓解|减少|趋)|全面(?:提升|改善|提高|增强)|在[^，]{0,12}(?:程度|发挥)|对[^，]{0,20}(?:产生|起到|具有|有)|为[^，]{1,24}(?:提供|奠定|打下|带来|注入|创造|起到|做出|作出)|极|大力(?:促进|提升)|根本|切实(?:解决|改善|提升|增强|缓解)';

const startsWithAct = new RegExp(`^(?:${mannerAdverbs}|${actVerbs})`, 'u');
const startsWithAdverb = new RegExp(`^(?:${mannerAdverbs})`, 'u');
const startsWithVerb = new RegExp(`^(?:${actVerbs})`, 'u');
const startsWithEffect = new RegExp(`^(?:${effects})`, 'u');
const anyStep = new RegExp(`(?:${projectSteps})`, 'u');

/** Whether a predicate begins as that of an act: 积极争取…, 对…进行论证, 加强…. */
export function beginsAct(predicate: string): boolean {
  return startsWithAct.test(predicate);
}

/** Whether it begins with an adverb or a preposition, which no object does. */
export function beginsWithAdverb(predicate: string): boolean {
  return startsWithAdverb.test(predicate);
}

/** Whether it begins with a verb of an act. */
export function beginsWithVerb(predicate: string): boolean {
  return startsWithVerb.test(predicate);
}

/** Whether it begins with an adverb of somebody's own will, so that whatever is before it acts: 紧紧围绕, 继续. */
export function beginsWilling(predicate: string): boolean {
  return /^(?:紧紧|紧盯|继续|围绕|坚持|积极|认真|主动|严格|按照|根据|结合|牢牢|全力|充分考虑|统筹)/u.test(
    predicate,
  );
}

/** Whether a predicate begins as that of an effect: 有效缓解…, 为…提供…. */
export function beginsEffect(predicate: string): boolean {
  return startsWithEffect.test(predicate);
}

/** Whether a clause names a step of a project: 开工, 通车, 投入使用. */
export function hasProjectStep(clause: string): boolean {
  return anyStep.test(clause);
}
