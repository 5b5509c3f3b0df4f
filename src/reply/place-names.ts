/** Provinces without their endings: a city's name may follow them directly (广西南宁市). */
export const provinces: readonly string[] =
  '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆'.split(
    ' ',
  );

/** The autonomous prefectures (自治州) by the short form that agencies' names use before 州. */
export const autonomousPrefectures: ReadonlyMap<string, string> = new Map([
  ['延边', '延边朝鲜族自治州'],
  ['恩施', '恩施土家族苗族自治州'],
  ['湘西', '湘西土家族苗族自治州'],
  ['阿坝', '阿坝藏族羌族自治州'],
  ['甘孜', '甘孜藏族自治州'],
  ['凉山', '凉山彝族自治州'],
  ['黔西南', '黔西南布依族苗族自治州'],
  ['黔东南', '黔东南苗族侗族自治州'],
  ['黔南', '黔南布依族苗族自治州'],
  ['楚雄', '楚雄彝族自治州'],
  ['红河', '红河哈尼族彝族自治州'],
  ['文山', '文山壮族苗族自治州'],
  ['西双版纳', '西双版纳傣族自治州'],
  ['大理', '大理白族自治州'],
  ['德宏', '德宏傣族景颇族自治州'],
  ['怒江', '怒江傈僳族自治州'],
  ['迪庆', '迪庆藏族自治州'],
  ['临夏', '临夏回族自治州'],
  ['甘南', '甘南藏族自治州'],
  ['海北', '海北藏族自治州'],
  ['黄南', '黄南藏族自治州'],
  ['海南', '海南藏族自治州'],
  ['果洛', '果洛藏族自治州'],
  ['玉树', '玉树藏族自治州'],
  ['海西', '海西蒙古族藏族自治州'],
  ['昌吉', '昌吉回族自治州'],
  ['博', '博尔塔拉蒙古自治州'],
  ['巴', '巴音郭楞蒙古自治州'],
  ['克', '克孜勒苏柯尔克孜自治州'],
  ['伊犁', '伊犁哈萨克自治州'],
]);

/** Ministries of the State Council, those of earlier years too, by the names that they sign with. */
const ministries =
  '外交部|国防部|教育部|科学技术部|科技部|工业和信息化部|信息产业部|国家安全部|公安部|民政部|司法部|财政部|人力资源和?社会保障部|人事部|劳动和社会保障部|自然资源部|国土资源部|生态环境部|环境保护部|住房和?城乡建设部|建设部|交通运输部|交通部|铁道部|水利部|农业农村部|农业部|商务部|文化和旅游部|文化部|卫生部|退役军人事务部|应急管理部|审计署|海关总署';
/** Other central bodies, whose names have no branches behind them. */
const otherBodies =
  '国务院\\p{Script=Han}{0,16}|最高人民(?:法院|检察院)|全国\\p{Script=Han}{2,24}|中央\\p{Script=Han}{0,12}(?:部|委|办|办公室|委员会)|中国人民银行|中国民用航空局|中国气象局|中国地震局|中国科学院|中国社会科学院|中国工程院|中国(?:证券|银行保险|银行业|保险)监督管理委员会|中国[银证]保?监会|国家[^\\P{Script=Han}局]{2,16}(?:委|委员会|总局|局|署|办公室)';

/** An agency of the State as a whole. The name of a branch goes on with a place, and does not match. */
export const nationalAgency = new RegExp(
  `^(?:中华人民共和国)?(?:${ministries}|${otherBodies})(?:办公厅)?$`,
  'u',
);
