/** A place of the demonstration. All are invented. */
export interface DemoPlace {
  name: string;
  /** What its sessions and documents are called by: 市. */
  level: '省' | '市' | '区' | '县';
  /** The beginning of its document numbers. */
  code: string;
}

export const province = '云岭省';

export const places: readonly [DemoPlace, ...DemoPlace[]] = [
  { name: '青岚市', level: '市', code: '青' },
  { name: province, level: '省', code: '云' },
  { name: '松陵市', level: '市', code: '松' },
  { name: '沧溪市', level: '市', code: '沧' },
  { name: '望川县', level: '县', code: '望' },
  { name: '石榴县', level: '县', code: '石' },
  { name: '雁洲县', level: '县', code: '雁' },
  { name: '松陵市白鹭区', level: '区', code: '松白' },
  { name: '青岚市临泽区', level: '区', code: '青临' },
  { name: '沧溪市梧桐区', level: '区', code: '沧梧' },
];

/** The office code of a document number. */
const codes: Partial<Record<string, string>> = {
  住房和城乡建设局: '建',
  财政局: '财',
  自然资源局: '自然资',
  市场监督管理局: '市监',
  发展和改革委员会: '发改',
  公安局: '公',
  消防救援支队: '消',
  城市管理局: '城管',
  生态环境局: '环',
  教育局: '教',
  民政局: '民',
  卫生健康委员会: '卫健',
  人力资源和社会保障局: '人社',
  交通运输局: '交',
  农业农村局: '农',
  商务局: '商',
  文化和旅游局: '文旅',
  工业和信息化局: '工信',
  水利局: '水',
  应急管理局: '应急',
};

/** Agencies of a province have names of their own. */
const ofProvince: Partial<Record<string, string>> = {
  市场监督管理局: '市场监督管理局',
  消防救援支队: '消防救援总队',
  城市管理局: '住房和城乡建设厅',
  发展和改革委员会: '发展和改革委员会',
  卫生健康委员会: '卫生健康委员会',
};

/** The office of a place: 教育局 is 教育厅 in a province. */
export function officeOf({ level }: DemoPlace, office: string): string {
  return level === '省' ? (ofProvince[office] ?? office.replace(/局$/u, '厅')) : office;
}

/** The code of an office in document numbers. @param office As cities call it. */
export function officeCode(office: string): string {
  return codes[office] ?? '政';
}
