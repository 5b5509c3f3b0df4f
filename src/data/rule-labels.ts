/** What the converter's rules do, in words for visitors. */
const rules: Record<string, string> = {
  'han-space': '删去汉字之间的空格',
};

/** Why a part of the original is not shown. */
const reasons: Record<string, string> = {
  'site-chrome': '网页的导航、页脚等，不属于公文',
  label: '表头的项目名称，本页另行标注',
  'no-field': '表头中没有对应项目的内容',
};

/** A conversion rule in words; its code where there are none. */
export function ruleLabel(rule: string): string {
  return rules[rule] ?? rule;
}

/** The reason for an omission in words; its code where there are none. */
export function reasonLabel(why: string): string {
  return reasons[why] ?? why;
}
