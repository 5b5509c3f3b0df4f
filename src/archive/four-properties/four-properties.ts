import type { EditionInfo } from '../edition-info.ts';
import type { CheckedCopy } from '../verification/differences.ts';
import { countFormats, isRunnable } from './file-formats.ts';
import type { LetterCheck } from './letter-check.ts';

/** What a check came to: as it should be, not so, worth knowing, or not for this program to say. */
type Verdict = '合格' | '不合格' | '提示' | '未检';

/** One check of the report. */
export interface ReportItem {
  /** As DA/T 70—2018 names it. */
  name: string;
  verdict: Verdict;
  /** What was found, in a sentence. */
  finding: string;
  /** Files or letters that it is about. */
  details: string[];
}

/** The checks of a property, in the standard's order. */
export interface ReportSection {
  property: '真实性' | '完整性' | '可用性' | '安全性';
  items: ReportItem[];
}

/** What is known of a copy after all of its files were read. */
export interface ExaminedCopy extends CheckedCopy {
  form: 'folder' | 'zip';
  unreadable: ReadonlyMap<string, string>;
  others: readonly string[];
  info: EditionInfo | undefined;
  sums: { isListed: boolean; isSigned: boolean; signedBy?: string };
  /** Paths of the edition's files, in the edition. */
  paths: readonly string[];
  /** Absent when the records cannot be read. */
  letters: readonly LetterCheck[] | undefined;
}

/** Judges a copy by the four properties of electronic records, in the order of DA/T 70—2018. */
export function judgeFourProperties(copy: ExaminedCopy): ReportSection[] {
  return [
    { property: '真实性', items: judgeAuthenticity(copy) },
    { property: '完整性', items: judgeCompleteness(copy) },
    { property: '可用性', items: judgeUsability(copy) },
    { property: '安全性', items: judgeSafety(copy) },
  ];
}

function judgeAuthenticity({
  sums,
  differences,
  faults,
  letters,
  kind,
  unreadable,
}: ExaminedCopy): ReportItem[] {
  const altered = [...differences.changed, ...unreadable.keys()];
  const foreign = select(letters, ({ text, original }) => text === 'differs' || original === 'differs');
  const unedited = select(letters, ({ original, hasEdits }) => original !== 'none' && !hasEdits);
  const wrong = select(letters, (one) => one.wrong.length > 0);
  return [
    sums.signedBy !== undefined
      ? pass('固化信息有效性', `数字签名有效，公钥编号 ${sums.signedBy}。`)
      : remark(
          '固化信息有效性',
          sums.isSigned ? '有数字签名，没有给出公钥，未核对。' : '没有数字签名；以校验值固化。',
        ),
    judge('元数据准确性', wrong, '各件的日期合理。', '日期有误'),
    judge(
      '内容真实性',
      altered,
      `每个文件的 SHA-256${kind === 'bag' ? ' 与 SM3' : ''} 与清单一致。`,
      '文件与清单不一致',
    ),
    letters === undefined
      ? fail('元数据与内容关联真实性', '题录读不出来。', [])
      : judge(
          '元数据与内容关联真实性',
          foreign,
          '各件的转录和原件与题录登记的校验值一致。',
          '转录或原件与题录不一致',
        ),
    judge('改动记录', unedited, '有原件的各件都有从原件到转录的改动记录。', '有原件而没有改动记录'),
    judge(
      '信息包真实性',
      faults,
      kind === 'bag' ? '包的说明与内容相符。' : '网站文件夹的清单与内容相符。',
      '包有问题',
    ),
  ];
}

function judgeCompleteness({ differences, letters, info, kind, paths }: ExaminedCopy): ReportItem[] {
  const lacking = select(
    letters,
    (one) => one.lacking.length > 0,
    ({ id, lacking: names }) => `${id}：缺${names.join('、')}`,
  );
  const without = select(letters, ({ original }) => original === 'none' || original === 'missing');
  const broken = (letters ?? []).flatMap(({ id, brokenLinks }) =>
    brokenLinks.map((link) => `${id}：${link}`),
  );
  const counted = letters?.length ?? 0;
  const isAll = info?.letters === counted;
  return [
    isAll
      ? pass('数据总量', `${counted} 件答复，${paths.length} 个文件，与登记的件数一致。`)
      : fail('数据总量', `题录有 ${counted} 件，登记的是 ${info?.letters ?? '未知'} 件。`, []),
    lacking.length === 0
      ? pass('元数据完整性', '各件都有题名、责任者、文号和日期。')
      : { ...remark('元数据完整性', `${lacking.length} 件原文没有载明某些项目。`), details: lacking },
    judge('内容完整性', differences.missing, '清单上的文件一个不缺。', '缺少文件'),
    without.length === 0
      ? pass('原件', '各件都附有收到的原件。')
      : { ...remark('原件', `${without.length} 件没有附原件。`), details: without },
    judge('元数据与内容关联完整性', broken, '题录所指的网页、转录、原件和记录都在。', '题录所指的文件缺少'),
    kind === 'bag'
      ? pass('信息包完整性', '是 BagIt 1.0（RFC 8493）包，有 SHA-256 和 SM3 清单。')
      : remark('信息包完整性', '是网站文件夹，没有打包；可用 dafu archive 打包。'),
  ];
}

function judgeUsability({ letters, info, paths, form }: ExaminedCopy): ReportItem[] {
  const formats = countFormats(paths);
  const passing = formats.filter(({ isLasting }) => !isLasting);
  const list = formats.map(({ name, files }) => `${name}：${files} 个`);
  return [
    letters !== undefined && info !== undefined
      ? pass('元数据可用性', '题录（JSON、CSV）和说明都能读出。')
      : fail('元数据可用性', '题录或说明读不出来。', []),
    passing.length === 0
      ? { ...pass('内容可用性', '全部是开放、通行的格式。'), details: list }
      : {
          ...remark(
            '内容可用性',
            `有 ${passing.reduce((sum, { files }) => sum + files, 0)} 个文件不是长期保存的格式，其文字另有转录。`,
          ),
          details: list,
        },
    pass('软硬件环境', '任何浏览器都能打开，不需要服务器、网络和专用软件。'),
    paths.includes('index.html')
      ? pass('信息包可用性', form === 'zip' ? 'zip 能完整解开，有首页。' : '有首页。')
      : fail('信息包可用性', '没有首页 index.html。', []),
  ];
}

function judgeSafety({ paths, differences, others, unreadable, sums, info }: ExaminedCopy): ReportItem[] {
  const runnable = paths.filter(isRunnable);
  const strangers = [...differences.extra, ...differences.twins, ...others];
  return [
    { ...none('病毒', '本程序不查病毒，请用杀毒软件检测。'), details: [] },
    judge(
      '可执行的内容',
      runnable,
      '没有程序文件和可带宏的办公文件；网页禁止运行外来脚本。',
      '程序或可带宏的文件',
    ),
    judge('外来文件', strangers, '没有清单以外的文件、链接或设备。', '清单以外的文件'),
    judge('载体安全性', [...unreadable.keys()], '每个文件都能从载体读出。', '文件读不出来'),
    sums.signedBy !== undefined && typeof info?.commit === 'string'
      ? pass('过程安全性', `由提交 ${info.commit} 构建，可重新构建比对；有有效签名。`)
      : remark(
          '过程安全性',
          typeof info?.commit === 'string'
            ? `由提交 ${info.commit} 构建，可重新构建比对；没有核对签名。`
            : '没有登记构建所用的提交。',
        ),
  ];
}

function select(
  letters: readonly LetterCheck[] | undefined,
  isMeant: (letter: LetterCheck) => boolean,
  describe: (letter: LetterCheck) => string = ({ id }) => id,
): string[] {
  return (letters ?? []).filter(isMeant).map(describe);
}

function judge(name: string, bad: readonly string[], good: string, problem: string): ReportItem {
  return bad.length === 0 ? pass(name, good) : fail(name, `${problem}：${bad.length} 个。`, bad);
}

function pass(name: string, finding: string): ReportItem {
  return { name, verdict: '合格', finding, details: [] };
}

function fail(name: string, finding: string, details: readonly string[]): ReportItem {
  return { name, verdict: '不合格', finding, details: [...details] };
}

function remark(name: string, finding: string): ReportItem {
  return { name, verdict: '提示', finding, details: [] };
}

function none(name: string, finding: string): ReportItem {
  return { name, verdict: '未检', finding, details: [] };
}
