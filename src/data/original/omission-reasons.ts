/** Why a range of the original is not in the letter, by the record's code. */
const reasons: Record<string, string> = {
  label: '表头的项目名称，本页另行标注',
  'no-field': '没有对应的项目',
  repeated: '与前文重复',
  layout: '排版用的符号或空行',
  'site-chrome': '来源网页的导航、页脚等，不属于公文',
  'page-number': '页码',
  'page-note': '版面提示，如“此页无正文”',
  private: '联系方式',
  uncertain: '识别没有把握，未采用',
  attachment: '附件的名称或说明',
};

/** Describes the reason for an omission in Chinese; an unknown code is returned as it is. */
export function describeOmission(why: string): string {
  return reasons[why] ?? why;
}
