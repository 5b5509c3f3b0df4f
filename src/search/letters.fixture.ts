import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { inventLetters } from '../corpus/corpus.ts';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import type { IndexedLetter } from './indexing/index-builder.ts';

/*
 * Letters for tests: the invented ones of `dafu corpus`, and some written by hand that say much or little about one
 * subject. All are 虚构, except the sample letter.
 */

/** The first letters of the corpus that `dafu corpus` writes. */
export function inventedLetters(count: number): IndexedLetter[] {
  return [...inventLetters(count)].map(({ year, id, frontmatter, body }) => ({
    id: `${year}/${id}`,
    frontmatter,
    body,
  }));
}

/** The real letter in this repository. */
export async function sampleLetter(): Promise<IndexedLetter> {
  const id = '2019/cppcc-12-2-283';
  const file = await readFile(new URL(`../../content/replies/${id}.md`, import.meta.url), 'utf8');
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
  return { id, frontmatter: frontmatterSchema.parse(parse(head)), body };
}

interface Sketch {
  id: string;
  issuer: string;
  issuedOn: string;
  recipient: string;
  /** 案由 */
  subject: string;
  body: string;
}

function letterOf({ id, issuer, issuedOn, recipient, subject, body }: Sketch): IndexedLetter {
  const [, assembly = '', term = '', session = '', number = ''] = /\/(\w+)-(\d+)-(\d+)-(\d+)$/.exec(id) ?? [];
  const congress = assembly === 'npc';
  const kind = congress ? '建议' : '提案';
  return {
    id,
    frontmatter: {
      title: `${issuer}关于市${congress ? '人大' : '政协'}第${number}号${kind}的答复（虚构）`,
      documentNumber: `虚${issuer.slice(3, 5)}复〔${id.slice(0, 4)}〕${number}号`,
      issuer,
      issuedOn,
      proposal: {
        assembly: congress ? '人大' : '政协',
        scope: '市',
        term: Number(term),
        session: Number(session),
        number,
        kind,
        title: subject,
      },
      recipients: [recipient],
      role: '主办',
    },
    body: `${recipient}${congress ? '代表' : '委员'}：\n\n您提出的《${subject}》收悉，现答复如下。本件为虚构样例。\n\n${body}`,
  };
}

export const sketchedLetters: IndexedLetter[] = (
  [
    {
      id: '2021/cppcc-9-5-901',
      issuer: '虚构市住房和城乡建设局',
      issuedOn: '2021-06-02',
      recipient: '苏云岫',
      subject: '关于推动既有住宅加装电梯的提案',
      body: '## 一、加装电梯的进展\n\n截至五月，全市加装电梯四百二十台，在建六十台。加装电梯由业主自愿申请，电梯费用由业主分担，财政每台补助十万元。\n\n## 二、下一步\n\n简化加装电梯的审批，电梯建成后由原物业负责日常维护。',
    },
    {
      id: '2024/npc-10-3-902',
      issuer: '虚构市财政局',
      issuedOn: '2024-07-11',
      recipient: '贺兰亭',
      subject: '关于增加民生支出的建议',
      body: '今年民生支出占一般公共预算支出的八成，用于教育、医疗、住房保障，也用于补助既有住宅加装电梯，并逐步提高城乡居民基础养老金。',
    },
    {
      id: '2022/npc-10-1-903',
      issuer: '虚构市教育局',
      issuedOn: '2022-05-19',
      recipient: '祝南枝',
      subject: '关于农村学生上下学安全的建议',
      body: '## 一、校车运行情况\n\n全市现有校车三百一十二辆，校车线路二百零六条，覆盖所有乡镇。校车驾驶人每半年培训一次，校车每学期检验一次。\n\n## 二、资金保障\n\n校车购置和运行由市县两级分担，不向学生收取费用。',
    },
    {
      id: '2025/npc-10-4-904',
      issuer: '虚构市公安局',
      issuedOn: '2025-06-30',
      recipient: '祝南枝',
      subject: '关于治理学校门口拥堵的建议',
      body: '已在四十所学校门口施划临时停车位，错峰放学，安排民警和家长志愿者维持秩序，校车优先通行。',
    },
    {
      id: '2023/cppcc-10-2-905',
      issuer: '虚构市民政局',
      issuedOn: '2023-06-08',
      recipient: '骆秋澄',
      subject: '关于老年人助餐服务的提案',
      body: '## 一、长者食堂的布局\n\n全市建成长者食堂八十六家，城区十五分钟可达。长者食堂由社区提供场地，企业运营，对七十岁以上老人每餐补贴三元。\n\n## 二、农村助餐\n\n在人口集中的村设助餐点，由邻近的长者食堂配送。',
    },
    {
      id: '2024/cppcc-10-3-906',
      issuer: '虚构市水务局',
      issuedOn: '2024-05-21',
      recipient: '骆秋澄',
      subject: '关于公共场所直饮水的提案',
      body: '已在车站、公园、图书馆设直饮水点二百零三处，直饮水水质每月检测并公布。今年再建直饮水点五十处，优先布设在学校和体育场馆。',
    },
    {
      id: '2020/npc-9-4-907',
      issuer: '虚构市人力资源和社会保障局',
      issuedOn: '2020-08-03',
      recipient: '温如栩',
      subject: '关于保障户外劳动者权益的建议',
      body: '## 一、高温津贴\n\n高温津贴每人每月三百元，按月发放，不得以清凉饮料抵扣高温津贴。去年检查企业一百二十家，补发高温津贴四十一万元。\n\n## 二、工间休息\n\n三十七度以上缩短户外作业时间。',
    },
    {
      id: '2023/npc-10-2-908',
      issuer: '虚构市总工会',
      issuedOn: '2023-09-12',
      recipient: '贺兰亭',
      subject: '关于建设户外劳动者驿站的建议',
      body: '驿站设有饮水、充电、休息座椅，服务环卫工人、快递员和网约车司机；高温时延长开放，并宣传高温津贴政策，受理投诉。',
    },
    {
      id: '2018/cppcc-9-2-909',
      issuer: '虚构市发展和改革委员会',
      issuedOn: '2018-06-25',
      recipient: '温如栩',
      subject: '关于发展屋顶光伏的提案',
      body: '## 一、屋顶光伏现状\n\n全市屋顶光伏装机十二万千瓦，其中公共建筑三万千瓦。光伏发电自发自用、余电上网。\n\n## 二、支持政策\n\n居民安装光伏由电网企业免费接入。',
    },
  ] satisfies Sketch[]
).map(letterOf);
