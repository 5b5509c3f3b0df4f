import { readAgencyPlace, readLevels } from '../reply/agency-place.ts';
import { foldForTitles } from './folded-text.ts';
import { findNumbers } from './document-numbers.ts';
import { titleKind } from './title-kind.ts';

const issuers =
  '(?:中共|中国共产党|全国人民代表大会|国务院|最高人民|国家|中央|中华人民共和国|[省市县区州盟旗](?=委|政府|人民|人大|政协|[\\p{Script=Han}]{1,14}(?:厅|局|委|办))|[\\p{Script=Han}]{2,16}?[省市州盟县区旗]|[\\p{Script=Han}]{2,14}?(?:部|厅|局|委|委员会|总局|办公室|办公厅|署|院|会))';
const issued = new RegExp(
  `^(?<issuer>${issuers}[\\p{Script=Han}等（）、]{0,60}?)(?<about>(?:关于|印发).+)$`,
  'u',
);
/** What a body that issues documents is called at its end. */
const bodyEnd =
  /(?:中共中央|国务院|中央|政府|人大常委会|办公厅|办公室|委员会|委|部|厅|局|署|院|会|处|中心|银行|等.{0,6}部门|部门|党组|政协|法院|检察院|中央军委|省|市|县|区|州|盟|旗)$/u;
const level =
  /^(?:省|市|州|盟|县|区|旗|自治区|自治州|自治县)(?=委|政府|人民|人大|政协|[\p{Script=Han}]{1,14}(?:厅|局|委|办|院|会))/u;
const printed =
  /^(?:关于)?(?:批准|同意)?(?:印发|下发|发布|公布|颁布|颁发|颁行)(?<inner>.+?)的(?:通知|公告|决定|通告|函)(?<version>（.{1,12}）)?$/u;

/** Where the words of a citation were written, which decides whose policy an incomplete name means. */
export interface NamePlace {
  /** The places of the agency that wrote, largest first: 云岭省, 青岚市. */
  places: readonly string[];
  /** The level of the body that the sentence names as issuer: 省, 市; absent when it names none. */
  level?: string | undefined;
}

/**
 * The key of a policy: names of the same policy have the same key. The body that issued it, 中华人民共和国, marks, spaces
 * and 关于印发…的通知 make no difference; the place, the year and the version (修订, 试行) do.
 *
 * @param name A title without its outer marks, or a number.
 */
export function policyKey(name: string, { places, level: issuedAt }: NamePlace = { places: [] }): string {
  const folded = foldForTitles(name).replace(/ +/gu, '');
  const [number] = findNumbers(folded);
  if (number?.at === 0 && number.end === folded.length) return number.number;
  const { place, title } = reduce(bare(folded), places);
  if (place !== '' || issuedAt === undefined || namesPlace(title)) return withPlace(place, title, places);
  return withPlace(placeOfLevel(issuedAt, places), title, places);
}

function reduce(title: string, places: readonly string[]): { place: string; title: string } {
  let place = '';
  let rest = title;
  for (let depth = 0; depth < 3; depth += 1) {
    const { issuer, about } = issued.exec(rest)?.groups ?? {};
    if (issuer !== undefined && about !== undefined && bodyEnd.test(issuer)) {
      place ||= placeOfIssuer(issuer, places);
      rest = about;
    }
    const { inner, version = '' } = printed.exec(rest)?.groups ?? {};
    if (inner === undefined || inner.includes('关于印发') || titleKind(inner) !== 'certain') break;
    rest = version !== '' && !inner.endsWith(version) ? `${inner}${version}` : inner;
  }
  return { place: namesPlace(rest) ? '' : place, title: rest.replace(/中华人民共和国(?=.{2})/gu, '') };
}

/** Without marks that writers set or leave out, and without a number within. */
function bare(folded: string): string {
  const number = findNumbers(folded).find(({ number: found }) => found.includes('〔'));
  const cut = number === undefined ? folded : folded.slice(0, number.at) + folded.slice(number.end);
  return cut
    .replace(/（[，、；]?）/gu, '')
    .replace(/[《》〈〉“”‘’"'·]/gu, '')
    .replace(/年-/gu, '-')
    .replace(/--+/gu, '-')
    .toLowerCase();
}

function placeOfIssuer(issuer: string, places: readonly string[]): string {
  const [bareLevel] = level.exec(issuer) ?? [];
  if (bareLevel !== undefined) return placeOfLevel(bareLevel, places);
  return isNational(issuer) ? '' : (readLevels(issuer.replace(/^中共/u, '')).at(-1) ?? '');
}

/** The place of that level among those of the agency; the one above its own has no name that is known. */
function placeOfLevel(wanted: string, places: readonly string[]): string {
  const found = places.find(
    (place) => place.endsWith(wanted) || (wanted === '省' && place.endsWith('自治区')),
  );
  return found ?? (places.length === 0 ? '' : `${places.join('')}所在${wanted}`);
}

function namesPlace(title: string): boolean {
  return isNational(title) || readLevels(title).length > 0;
}

function isNational(name: string): boolean {
  return /^(?:中共中央|中国|国务院|国家)/u.test(name) || readAgencyPlace(name)?.name === '全国';
}

/** Cities may have districts of one name, so a district gets its city, if that is the agency's. */
function withPlace(place: string, title: string, places: readonly string[]): string {
  const named = place === '' || title.startsWith(place) ? title : `${place}${title}`;
  const [first = ''] = readLevels(named);
  const city = places.find((one) => one.endsWith('市'));
  return city !== undefined && /(?<!自治)区$/u.test(first) ? `${city}${named}` : named;
}

/** The places of a letter, largest first: as it states them, or of its agency. */
export function letterPlaces({
  issuer,
  place,
}: {
  issuer: string;
  place?: string | undefined;
}): readonly string[] {
  const levels = place === undefined ? (readAgencyPlace(issuer)?.levels ?? []) : readLevels(place);
  return levels.filter((one) => one !== '全国');
}
