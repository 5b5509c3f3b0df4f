import { spell } from '../text/scan.ts';
import type { Caption, ListedLetter, Suggestion } from './search-answer.ts';
import { readSessionKey } from '../query/session-key.ts';
import type { OpenShard, ShardReader } from './shard-reader.ts';
import { numberKey } from '../query/number-key.ts';

/** The letters of an edition by their ids, out of the columns. */
export interface LetterList {
  find: (id: string) => Promise<Found>;
  captions: (ids: readonly string[]) => Promise<Caption[]>;
  list: (ids: readonly string[], signal?: AbortSignal) => Promise<ListedLetter[]>;
  suggest: (text: string, limit: number, signal?: AbortSignal) => Promise<Suggestion[]>;
}

/** A letter as it is compared with what is typed. */
interface Offer {
  /** Title and 案由. */
  spelled: string[];
  /** Key of its 发文字号. */
  numbered: string;
  suggestion: Suggestion;
}

export function createLetterList(shards: readonly OpenShard[]): LetterList {
  const prepared = new Map<ShardReader, Promise<Offer[]>>();
  const places = new Map<string, Found>();
  let known = 0;

  const find = async (id: string) => {
    // Letters are asked for after they were found: their shards are loaded, the newest first.
    while (!places.has(id)) {
      const shard = shards[known];
      if (shard === undefined) throw new RangeError(`no letter ${id}`);
      const { ids } = await shard.reader.head();
      for (const [row, other] of ids.entries()) places.set(other, { reader: shard.reader, row });
      known = Math.max(known, shards.indexOf(shard) + 1);
    }
    return places.get(id) ?? Promise.reject(new RangeError(`no letter ${id}`));
  };

  /** Made once: every further keystroke only compares. */
  const offers = (reader: ShardReader): Promise<Offer[]> => {
    const known = prepared.get(reader);
    if (known) return known;
    const offered = readOffers(reader);
    prepared.set(reader, offered);
    offered.catch(() => prepared.delete(reader));
    return offered;
  };

  return {
    find,
    captions: (ids) => Promise.all(ids.map(async (id) => captionOf(id, await find(id)))),
    async list(ids, signal) {
      const rows: ListedLetter[] = [];
      for (const id of ids) {
        signal?.throwIfAborted();
        rows.push(await describe(id, await find(id)));
      }
      return rows;
    },
    async suggest(text, limit, signal) {
      const needle = spell(text);
      const key = numberKey(text);
      const suggestions: Suggestion[] = [];
      if (needle === '') return suggestions;
      for (const { reader } of shards) {
        const candidates = await offers(reader);
        signal?.throwIfAborted();
        for (const { spelled, numbered, suggestion } of candidates) {
          // One character begins too many numbers to say which is meant.
          const fits =
            spelled.some((offer) => offer.includes(needle)) || (key.length > 1 && numbered.startsWith(key));
          if (fits) suggestions.push(suggestion);
          if (suggestions.length >= limit) return suggestions;
        }
      }
      return suggestions;
    },
  };
}

async function readOffers(reader: ShardReader): Promise<Offer[]> {
  const [{ ids, dates }, { titles, documents }, { subjects }] = await Promise.all([
    reader.head(),
    reader.columns('captions'),
    reader.columns('subjects'),
  ]);
  return titles.map((title, row) => {
    const document = documents[row] ?? '';
    const documentNumber = document === '' ? {} : { documentNumber: document };
    return {
      spelled: [title, subjects[row] ?? ''].map((text) => spell(text)),
      numbered: numberKey(document),
      suggestion: { id: ids[row] ?? '', title, date: dates[row] ?? '', ...documentNumber },
    };
  });
}

/** Where a letter is found. */
interface Found {
  reader: ShardReader;
  row: number;
}

async function captionOf(id: string, { reader, row }: Found): Promise<Caption> {
  const [{ facets, dates }, { titles, documents }] = await Promise.all([
    reader.head(),
    reader.columns('captions'),
  ]);
  return {
    id,
    title: titles[row] ?? '',
    ...stated('documentNumber', documents[row] ?? ''),
    issuer: facets.issuer.values[facets.issuer.rows[row] ?? 0] ?? '',
    date: dates[row] ?? '',
  };
}

function stated<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return (value === '' ? {} : { [key]: value }) as Partial<Record<K, string>>;
}

async function describe(id: string, found: Found): Promise<ListedLetter> {
  const { reader, row } = found;
  const [caption, head, { subjects }, numbers, people] = await Promise.all([
    captionOf(id, found),
    reader.head(),
    reader.columns('subjects'),
    reader.columns('numbers'),
    reader.columns('people'),
  ]);
  const facet = (name: keyof typeof head.facets) =>
    head.facets[name].values[head.facets[name].rows[row] ?? 0] ?? '';
  const kind = kinds.find((name) => name === facet('kind'));
  return {
    ...caption,
    ...stated('indexNumber', numbers.indexes[row] ?? ''),
    proposal: {
      ...readSessionKey(facet('session')),
      ...stated('number', numbers.proposals[row] ?? ''),
      ...(kind === undefined ? {} : { kind }),
      ...stated('title', subjects[row] ?? ''),
    },
    recipients: people.recipients[row] ?? [],
    ...stated('role', facet('role')),
    ...stated('outcome', facet('outcome')),
  };
}

const kinds = ['提案', '建议', '议案'] as const;
