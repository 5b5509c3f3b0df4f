import { createHash } from 'node:crypto';
import { address, publicAddress } from '../../archive/address.ts';
import type { Site } from '../../reply/site.ts';
import type { LetterList } from '../lists/letter-lists.ts';
import type { Letter } from '../letter/letter.ts';
import { nameLetter } from '../letter/letter-name.ts';
import { placeCorrections } from '../letter/placed-corrections.ts';
import type { WithdrawnLetter } from '../letter/withdrawn-letter.ts';
import { formatDay } from '../wording/chinese-day.ts';
import { formatProposalReference } from '../wording/proposal-reference.ts';
import { compareText } from '../../reply/text-order.ts';

/** How many entries a feed contains. */
export const feedSize = 50;

/** A feed, whatever its format. */
export interface Feed {
  /** Permanent IRI. */
  id: string;
  title: string;
  /** Path of the corresponding page, below the site's root. */
  page: string;
  /** The latest change of an entry, RFC 3339. */
  updated: string;
  site: Pick<Site, 'name' | 'description' | 'owner' | 'licence' | 'url'>;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** Permanent IRI: the public address of what it is about, or else a name-based URN. */
  id: string;
  /** Path of the page, with an anchor where it is about a part of that. */
  page: string;
  title: string;
  summary: string;
  author: string;
  categories: string[];
  published: string;
  updated: string;
}

/** The feed of the whole archive. */
export function makeArchiveFeed(
  letters: readonly Letter[],
  withdrawn: readonly WithdrawnLetter[],
  site: Feed['site'],
): Feed {
  return makeFeed({ title: site.name, page: address.home, letters, withdrawn }, site);
}

/** The feed of one list. */
export function makeListFeed({ way, slug, name, letters }: LetterList, site: Feed['site']): Feed {
  const page = address.list(way, slug);
  return makeFeed({ title: `${name} · ${site.name}`, page, letters, withdrawn: [] }, site);
}

/** What a feed may report: a letter, a correction of one, a withdrawal. */
interface Event {
  /** The day on which it happened, `yyyy-mm-dd`. */
  on: string;
  /** Among those of one day, the greatest comes first. */
  rank: string;
  makeEntry: () => FeedEntry;
}

/**
 * Makes the feed of a list: what was published, corrected or withdrawn last. Dates are the letters' own, at the
 * beginning of the day in China, so that two builds of an archive give the same feed.
 *
 * @param feed.page Path of the corresponding page.
 */
function makeFeed(
  feed: { title: string; page: string; letters: readonly Letter[]; withdrawn: readonly WithdrawnLetter[] },
  site: Feed['site'],
): Feed {
  const { title, page, letters, withdrawn } = feed;
  const entries = [
    ...letters.flatMap((letter) => [publication(letter, site), ...correctionsOf(letter, site)]),
    ...withdrawn.map((letter) => withdrawal(letter, site)),
  ]
    .sort((a, b) => compareText(b.on, a.on) || compareText(b.rank, a.rank))
    .slice(0, feedSize)
    .map(({ makeEntry }) => makeEntry());
  return {
    id: makePermanentId(page, site),
    title,
    page,
    // Both formats require a date; the feed of an empty archive has never changed.
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? formatInstant('1970-01-01'),
    site,
    entries,
  };
}

function publication(letter: Letter, site: Feed['site']): Event {
  const { id, data } = letter;
  const makeEntry = () => {
    const { title, issuer, documentNumber, proposal, categories = [] } = data;
    const { text, isTopic } = nameLetter(data);
    const page = address.reply(id);
    const reference = proposal && formatProposalReference(proposal);
    const facts = [issuer, documentNumber, reference].filter((fact) => fact !== undefined).join('，');
    return {
      id: makePermanentId(page, site),
      page,
      title: text,
      summary: isTopic ? `${title}（${facts}）。` : `${facts}。`,
      author: issuer,
      categories,
      published: formatInstant(findPublication(letter)),
      updated: formatInstant(findLastChange(letter)),
    };
  };
  return { on: findOpening(letter), rank: id, makeEntry };
}

/** A correction is an entry of its own: readers who have seen the letter see what is different. */
function correctionsOf({ id, data }: Letter, site: Feed['site']): Event[] {
  return placeCorrections(data.corrections).map(({ on, note, anchor }) => ({
    on,
    rank: `${id}#${anchor}`,
    makeEntry: () => {
      const page = `${address.reply(id)}#${anchor}`;
      return {
        id: makePermanentId(page, site),
        page,
        title: `更正：${nameLetter(data).text}`,
        summary: note,
        author: site.owner,
        categories: data.categories ?? [],
        published: formatInstant(on),
        updated: formatInstant(on),
      };
    },
  }));
}

/** A withdrawal has the id of the letter's entry, so that it takes the place of what readers have kept of that. */
function withdrawal(letter: WithdrawnLetter, site: Feed['site']): Event {
  const { id, data } = letter;
  const { on, reason, by } = data.withdrawn;
  return {
    on,
    rank: id,
    makeEntry: () => {
      const page = address.reply(id);
      return {
        id: makePermanentId(page, site),
        page,
        title: `已撤回：${data.title}`,
        summary: `${formatDay(on)}撤回。${reason}`,
        author: by ?? site.owner,
        categories: [],
        published: formatInstant(findPublication(letter)),
        updated: formatInstant(on),
      };
    },
  };
}

/** Finds the day on which a letter was published, `yyyy-mm-dd`, as far as it is known. */
export function findPublication({ id, data }: Letter): string {
  return data.publishedOn ?? data.issuedOn ?? filedOn(id);
}

/** Finds the day on which a letter last changed for its readers, `yyyy-mm-dd`. */
export function findLastChange(letter: Letter): string {
  const corrected = (letter.data.corrections ?? []).map(({ on }) => on);
  return [findOpening(letter), ...corrected].sort().at(-1) ?? '';
}

/** Finds the day since which a letter can be read here, `yyyy-mm-dd`, as far as it is known. */
function findOpening({ id, data }: Letter): string {
  const days = [data.issuedOn, data.publishedOn, data.publishFrom].filter((day) => day !== undefined);
  return days.sort().at(-1) ?? filedOn(id);
}

/** The date of a letter that states none: the first day of the year under which it is filed. */
function filedOn(id: string): string {
  return `${id.slice(0, 4)}-01-01`;
}

/** The beginning of a day in China, RFC 3339. */
export function formatInstant(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/**
 * Makes a permanent IRI: the public address if the archive has one, otherwise a URN derived from the
 * archive's name and the path (UUID version 8, RFC 9562), which is the same in every copy of the archive.
 */
export function makePermanentId(page: string, { url, name }: Feed['site']): string {
  if (url !== undefined) return publicAddress(url, page);
  const hex = createHash('sha256').update(`${name}\n${page}`).digest('hex');
  // Version 8 is in the third group; the variant, binary 10, is the top of the fourth.
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4] ?? '8';
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}
