/** What a label of the header block introduces; the value after a label of `none` has no field. */
export type HeaderFieldName =
  | 'indexNumber'
  | 'categories'
  | 'issuer'
  | 'origin'
  | 'issuedOn'
  | 'dispatchedOn'
  | 'publishedOn'
  | 'bylineDate'
  | 'documentNumber'
  | 'title'
  | 'originalTitle'
  | 'disclosure'
  | 'class'
  | 'outcome'
  | 'place'
  | 'proposalNumber'
  | 'proposalTitle'
  | 'none';

const table: Record<HeaderFieldName, string> = {
  indexNumber: '索引号 索取号 信息索取号 信息索引号 索引编号 索引码',
  categories: '主题分类 组配分类 信息分类 信息类别 内容分类 分类 题裁分类 体裁分类 主题类别',
  issuer:
    '发文机关 发布机构 发文机构 发布机关 制发机关 发文单位 发布单位 责任部门 公开责任部门 信息发布机构 公开主体 发布部门 发文部门 制作单位 形成机关',
  origin:
    '来源 信息来源 文章来源 稿件来源 内容来源 来源单位 主办单位 承办单位 办理单位 答复单位 承办部门 主办部门 主承办单位',
  issuedOn: '成文日期 成文时间 制发日期 印发日期 制定日期',
  dispatchedOn: '发文日期 发文时间',
  publishedOn:
    '发布日期 发布时间 公开日期 公开时间 公布日期 发表时间 发稿时间 发稿日期 刊发时间 刊发日期 上网时间 上网日期 上传时间 公布时间 发布于 信息公开日期 编稿时间 编稿日期 编发时间 编发日期 刊登时间 刊登日期 发表日期',
  bylineDate: '日期 时间 录入时间 录入日期 添加时间',
  documentNumber: '发文字号 文号 文件编号 发文文号 公文文号 公文字号 文件号',
  title:
    '标题 名称 信息名称 文件名称 公文名称 信息标题 复文标题 答复标题 复函标题 回复标题 公文标题 文件标题 文章标题',
  originalTitle: '原标题 原文标题',
  disclosure: '公开方式 公开类型 公开形式 公开属性 信息公开类型 公开类别',
  class: '类别 分类等级',
  outcome:
    '办理结果 办复类别 办理类别 答复类别 办理结果类别 结果分类 办复结果 答复分类 办理分类 办复分类 办理结果分类 办结类别 承办结果 办理类型 答复类型 办理结果分类 解决程度 分类标识 分类标记 办理情况分类 复函类别 办理等级 办理级别 办复情况分类',
  place: '所属地区 所在地区 行政区划 所属行政区 所属区划',
  proposalNumber:
    '建议编号 提案编号 议案编号 建议提案编号 提案建议编号 议案建议编号 建议号 提案号 议案号 建议序号 提案序号',
  proposalTitle:
    '建议标题 提案标题 议案标题 建议提案标题 提案建议标题 议案建议标题 建议题目 提案题目 建议名称 提案名称 案由 建议案由 提案案由',
  none: '网址 网站名称 生成日期 生成时间 更新时间 更新日期 有效性 文件有效性 时效性 公开范围 公开时限 公开程序 主题词 关键字 关键词 浏览量 浏览次数 浏览 点击 点击数 点击率 点击次数 阅读 阅读量 阅读次数 访问量 访问次数 作者 编辑 责任编辑 责编 审核 撰稿 字号 字体 字体大小 文字大小 背景色 信息格式 语种 载体类型 体裁 服务对象 废止日期 失效日期 实施日期 施行日期 生效日期 有效期 文件有效期 文件状态 公开目录 所属目录 公开栏目 发布范围 签发人 是否同意公开 是否公开 密级 紧急程度 打印 分享 分享到 信息状态 有效状态 公开期限 内容概述 信息名 备注 查看 回复 效力状态 发布文号 主办 承办人 会办单位 协办单位 分办单位 协办部门 建议人 提案人 提案者 提案单位 代表姓名 委员姓名 领衔代表 领衔人 代表提案者 附议人 附议代表 建议内容 提案内容 答复内容 建议类别 提案类别 建议分类 提案分类 建议时间 提案时间 答复时间 答复日期 办理日期 办理时间 届次 会议届次 字体显示 签发 审核人 校对 信息所属单位 所属单位 所属部门 所属机构 供稿单位 供稿 统一编号 生效时间 失效时间',
};

const fields = new Map(
  Object.entries(table).flatMap(([field, labels]) =>
    labels.split(' ').map((label) => [label, field as HeaderFieldName] as const),
  ),
);
const known = [...fields.keys()].sort((a, b) => b.length - a.length);

/** A regular expression that matches any known label, with spaces allowed between its characters. */
export const labelPattern = known.map((label) => Array.from(label).join(' ?')).join('|');

const first = new RegExp(`^(?:${labelPattern})`, 'u');

/** Whether a text begins with a known label. */
export function beginsWithLabel(text: string): boolean {
  return first.test(text);
}

/** The field of a label, ignoring spaces, a colon and a bullet before it; undefined when it is not a label. */
export function fieldOf(label: string): HeaderFieldName | undefined {
  return fields.get(label.replace(/[\s:]|^[·*] ?|^- /gu, ''));
}

/**
 * The label that was probably misread: a known one of three or more characters that differs in one of them
 * (宏引号 → 索引号). Labels of different fields are ambiguous and give none.
 */
export function misreadLabel(label: string): { label: string; field: HeaderFieldName } | undefined {
  const near = known.filter(
    (one) => one.length === label.length && one.length >= 3 && distance(one, label) === 1,
  );
  const found = new Set(near.map((one) => fields.get(one)));
  const [first] = near;
  const field = first === undefined ? undefined : fields.get(first);
  return first !== undefined && field && found.size === 1 ? { label: first, field } : undefined;
}

function distance(a: string, b: string): number {
  return Array.from(a).filter((character, index) => character !== b.charAt(index)).length;
}
