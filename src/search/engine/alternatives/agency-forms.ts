/** Parts of agencies' names, in full and abbreviated. */
const forms: readonly (readonly string[])[] = [
  ['发展和改革委员会', '发展改革委', '发改委'],
  ['卫生健康委员会', '卫生健康委', '卫健委'],
  ['国有资产监督管理委员会', '国资委'],
  ['工业和信息化', '工信'],
  ['人力资源和社会保障', '人社'],
  ['住房和城乡建设', '住建'],
  ['市场监督管理', '市场监管'],
  ['文化和旅游', '文旅'],
  ['医疗保障', '医保'],
  ['人民代表大会', '人大'],
  ['政治协商会议', '政协'],
];

/** Rewrites the agency that a text names in its other forms. */
export function findOtherForms(text: string): string[] {
  return forms.flatMap((names) => {
    const named = names.find((name) => text.includes(name));
    return named === undefined
      ? []
      : names.filter((name) => name !== named).map((name) => text.replace(named, name));
  });
}
