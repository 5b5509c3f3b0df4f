import { autonomousPrefectures, nationalAgency, provinces } from './place-names.ts';

/** Where an agency is, as its name states. */
interface AgencyPlace {
  /** The place that it works for: 青岚市, 石榴县, 松陵市白鹭区, 全国. */
  name: string;
  /** What its name contains, from the largest to the smallest: 云岭省, 青岚市. */
  levels: readonly string[];
}

/** Party bodies, and agencies of the State with local branches: a place may follow their names. */
const superior =
  /^(?:中共|中国共产党|共青团|政协|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|国网|国家税务总局|国家统计局)/u;
/** No name of a place contains any of these. */
const officeWord =
  /[局厅委办部及与]|住房|建设|管理|规划|服务|工作|发展|改革|经济|教育|文化|体育|旅游|人民|政府|社会|农业|中心|工业|公司|学校|开发|监督|交通|市场|组织|机关/u;

const ends = [
  '(?<=..)省',
  // Not 城市管理局, but 运城市教育局.
  '(?<=..)(?:(?<!城)|(?<=[晋运聊盐宣白塔项永禹诸邹海凤桐丰麻应增韩]城))市(?!场|民服务|政(?!府|协|法|务))',
  '(?<=..)地区',
  '(?<=..)(?<![联同民])盟',
  '(?<=自治)州',
  '县(?![级域])',
  '(?<=..)旗(?![舰帜手区镇乡街])',
  // Of a city; not a campus, a housing estate or a development area.
  '(?<=..)(?<!开发|高新|度假|示范|试验|实验|保税|保护|合作|产业|功能|经开|技术|风景|[社校园景辖特小库灾片街])区(?![域块划间])',
];
/** The shortest beginning that ends as a place does. Only names of autonomous areas are longer than nine characters. */
const place = new RegExp(`^(?:\\p{Script=Han}{1,8}?|\\p{Script=Han}{5,13}?自治)(?:${ends.join('|')})`, 'u');
const shortPrefecture = new RegExp(`^(${[...autonomousPrefectures.keys()].join('|')})州`, 'u');
/** Not 吉林市, nor 河南蒙古族自治县. */
const bareProvince = new RegExp(`^(?:${provinces.join('|')})(?![省市区州]|\\p{Script=Han}{0,4}自治)`, 'u');

/**
 * Reads the place of an agency from its name: 青岚市 of 云岭省青岚市教育局, 石榴县 of 石榴县水利局, 全国 of 教育部. A district
 * keeps its city (松陵市白鹭区), because several cities may have districts of one name.
 *
 * @returns undefined when the name begins with no place, or with a bare level (省教育厅).
 */
export function readAgencyPlace(issuer: string): AgencyPlace | undefined {
  const known = read.get(issuer);
  if (known !== undefined) return known.place;
  const place = readName(issuer);
  read.set(issuer, { place });
  return place;
}

/** An archive has few agencies, and each page asks for theirs. */
const read = new Map<string, { place: AgencyPlace | undefined }>();

function readName(issuer: string): AgencyPlace | undefined {
  if (nationalAgency.test(issuer)) return { name: '全国', levels: ['全国'] };
  const levels = readLevels(issuer.replace(superior, ''));
  const name = placeName(levels);
  return name === undefined || levels.at(-1) === issuer ? undefined : { name, levels };
}

/** The smallest of some places, a district with its city. */
function placeName(levels: readonly string[]): string | undefined {
  const [above = '', last] = levels.length > 1 ? levels.slice(-2) : ['', ...levels];
  return above.endsWith('市') && last?.endsWith('区') === true ? above + last : last;
}

/**
 * The place that a whole text names: 青岚市 of 云岭省青岚市, 松陵市白鹭区 with its city; undefined for any other text.
 */
export function wholePlace(text: string): string | undefined {
  const name = placeName(readLevels(text));
  return name !== undefined && text.endsWith(name) ? name : undefined;
}

/** A level without its name that the name of an agency begins with: 区 of 区卫生计生局. */
export function readBareLevel(issuer: string): string | undefined {
  return bareLevel.exec(issuer)?.[0];
}

/** Not 市场监督管理局, nor 市政管理局. */
const bareLevel =
  /^(?:省|自治区|市(?!场|政|容|民)|自治州|州|盟|自治县|县(?!域)|区(?![域块划])|旗)(?=政府|人民|\p{Script=Han}{1,14}[厅局委办院会部])/u;

/** The name of an agency's place; see `readAgencyPlace`. */
export function agencyPlace(issuer: string): string | undefined {
  return readAgencyPlace(issuer)?.name;
}

/**
 * Reads the places that a text begins with, from the largest to the smallest.
 *
 * @param text The name of an agency or of a place.
 */
export function readLevels(text: string): string[] {
  const levels: string[] = [];
  const bare = text.replace(bareProvince, '');
  let rest = readLevel(bare) === undefined ? text : bare;
  for (let rank = 0; ;) {
    const level = readLevel(rest);
    const next = rankOf(level?.name, rank);
    if (level === undefined || next <= rank) return levels;
    levels.push(level.name);
    rest = rest.slice(level.length);
    rank = next;
  }
}

/** A place at the beginning of a text: its full name, and the characters that it takes. */
function readLevel(text: string): { name: string; length: number } | undefined {
  const [whole, short = ''] = shortPrefecture.exec(text) ?? [];
  const prefecture = autonomousPrefectures.get(short);
  if (whole !== undefined && prefecture !== undefined) return { name: prefecture, length: whole.length };
  const found = place.exec(text)?.[0];
  return found === undefined || officeWord.test(found) ? undefined : { name: found, length: found.length };
}

/** Province, prefecture, county; a 市 below a prefecture is a county. */
function rankOf(name = '', above: number): number {
  if (/省$|自治区$/u.test(name)) return 1;
  if (/[盟州]$|地区$/u.test(name)) return 2;
  if (name.endsWith('市')) return above === 2 ? 3 : 2;
  return 3;
}
