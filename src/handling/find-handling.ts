import type { Block } from '../markdown/block.ts';
import { readAgencyList, type AgencyList } from './agency-list.ts';
import type { Handling } from './handling.ts';

/** Longer paragraphs are read as far as this: who handles a proposal is said where the letter begins. */
const longest = 600;
/** 由市教育局主办，市财政局、市住建局会办. The agency that writes calls itself 我局. */
const sentence =
  /(?:由|为)(?<host>[^，。；：、由为]{2,30})(?:负责)?主办[，、；]?(?:由|会同|并由)?(?<joined>[^。；：主]{2,120}?)(?:共同|配合|参与|负责)?(?:会办|协办)(?!的)/u;
/** 由市教育局、市财政局分办 */
const divided = /由(?<host>[^。；：由]{2,120}?)(?:分别|共同)?分办(?!的)/u;
/** 综合市财政局、市住建局会办意见, 结合会办单位市财政局意见 */
const opinion =
  /(?:综合|结合|汇总|吸收|采纳|根据|按照)(?:了)?(?:(?:会办|协办)单位(?:的)?(?<named>[^。；：，的]{2,120}?)(?:的)?(?:会办|协办|反馈)?意见|(?<joined>[^。；：会协]{2,120}?)(?:的)?(?:会办|协办)意见)/u;
const label =
  /(?<kind>主办|会办|协办|分办)(?:单位|机关|部门)[：:](?<list>[^：:。；;]{2,200}?)(?=$|[。；;]|(?:主办|会办|协办|分办)(?:单位|机关|部门)[：:])/gu;
/** What is handled; exhibitions and courses have hosts too. */
const proposal = /提案|建议|议案|[此本该]件/u;
/** Below a web page: who runs the site, not who answers. */
const siteFooter = /地址|邮编|网站|备案|ICP|版权/u;
/** The agency that writes: 我局, 本委. */
const itself = /^[我本](?:局|委|办|厅|院|部|会|公司|区|县|市|中心|行|支队|街道|镇|乡)$/u;

/**
 * Finds what a letter says of who handled the proposal: 主办单位：…会办单位：…, 由…主办、…会办, 综合…会办意见. A passage
 * counts only if every name in it is that of an agency; 经商… is not enough, because whoever is consulted need not be a
 * co-host.
 *
 * @param issuer The agency that writes, for 我局.
 */
export function findHandling(blocks: readonly Block[], issuer: string): Handling[] {
  return blocks.flatMap(({ id, kind, text }) => {
    if (kind === 'heading' || !/[主会协分]办/u.test(text) || siteFooter.test(text)) return [];
    const read = text.slice(0, longest);
    const stated = readLabels(read) ?? readSentence(read) ?? readDivided(read) ?? readOpinion(read);
    if (!stated) return [];
    const name = (agencies: readonly string[]) => agencies.map((one) => (itself.test(one) ? issuer : one));
    const { hosts, joined, more } = stated;
    return [{ anchor: id, text: stated.text, hosts: name(hosts), joined: name(joined), more }];
  });
}

type Stated = Omit<Handling, 'anchor'>;

/** Labels count where a co-host or 分办 has one: 主办单位 alone is often who runs a web site. */
function readLabels(text: string): Stated | undefined {
  const found = [...text.matchAll(label)].map(({ 0: words, index, groups }) => ({
    ...{ words, index, kind: groups?.kind, list: readAgencies(groups?.list) },
  }));
  if (!found.some(({ kind }) => kind !== '主办')) return undefined;
  const hosts: string[] = [];
  const joined: string[] = [];
  let more = false;
  for (const { kind, list } of found) {
    if (!list) return undefined;
    const isJoined = kind === '会办' || kind === '协办';
    (isJoined ? joined : hosts).push(...list.names);
    more ||= isJoined && list.more;
  }
  const last = found.at(-1);
  return {
    text: text.slice(found[0]?.index ?? 0, last && last.index + last.words.length),
    hosts,
    joined,
    more,
  };
}

function readSentence(text: string): Stated | undefined {
  const found = sentence.exec(text);
  const [host, joined] = [readAgencies(found?.groups?.host), readAgencies(found?.groups?.joined)];
  if (!found || host?.names.length !== 1 || !joined || !isOfProposal(text, found)) return undefined;
  return { text: found[0], hosts: host.names, joined: joined.names, more: joined.more };
}

function readDivided(text: string): Stated | undefined {
  const found = divided.exec(text);
  const hosts = readAgencies(found?.groups?.host);
  if (!found || !hosts || !isOfProposal(text, found)) return undefined;
  return { text: found[0], hosts: hosts.names, joined: [], more: false };
}

function readOpinion(text: string): Stated | undefined {
  const found = opinion.exec(text);
  const joined = readAgencies(found?.groups?.named ?? found?.groups?.joined);
  if (!found || !joined) return undefined;
  return { text: found[0], hosts: [], joined: joined.names, more: joined.more };
}

/** Whether the sentence before a passage names the proposal, or the passage the agency that writes. */
function isOfProposal(text: string, { 0: words, index }: RegExpExecArray): boolean {
  const before = text.slice(0, index);
  const near = before.slice(before.lastIndexOf('。', before.length - 2) + 1);
  return proposal.test(near) || /由[我本][局委办厅院部]/u.test(words);
}

function readAgencies(text: string | undefined): AgencyList | undefined {
  if (text === undefined) return undefined;
  return itself.test(text) ? { names: [text], more: false } : readAgencyList(text);
}
