import { canonicalText } from '../text/scan.ts';
import type { Caption, ListedLetter, SuggestedLetter } from './search-answer.ts';
import { parseSessionKey } from '../query/session-key.ts';
import type { OpenShard, ShardReader } from './shard-reader.ts';
import { numberKey } from '../query/number-key.ts';

/** Looks up letters of an edition in the columns of its shards. */
export interface LetterCatalogue {
  find: (id: string) => Promise<LetterLocation>;
  captions: (ids: readonly string[]) => Promise<Caption[]>;
  list: (ids: readonly string[], signal?: AbortSignal) => Promise<ListedLetter[]>;
  suggest: (text: string, limit: number, signal?: AbortSignal) => Promise<SuggestedLetter[]>;
}

/** A letter, ready to be compared with what is typed. */
interface SuggestionCandidate {
  /** Title and 案由, in canonical text. */
  texts: string[];
  /** Key of its 发文字号. */
  key: string;
  suggestion: SuggestedLetter;
}

export function createLetterCatalogue(shards: readonly OpenShard[]): LetterCatalogue {
  const prepared = new Map<ShardReader, Promise<SuggestionCandidate[]>>();
  const locations = new Map<string, LetterLocation>();
  let shardsRead = 0;

  const find = async (id: string) => {
    // Letters that were found are in shards that are loaded already, the newest first.
    while (!locations.has(id)) {
      const shard = shards[shardsRead];
      if (shard === undefined) throw new RangeError(`no letter ${id}`);
      const { ids } = await shard.reader.head();
      for (const [row, other] of ids.entries()) locations.set(other, { reader: shard.reader, row });
      shardsRead = Math.max(shardsRead, shards.indexOf(shard) + 1);
    }
    return locations.get(id) ?? Promise.reject(new RangeError(`no letter ${id}`));
  };

  /** Prepared once: further keystrokes only compare. */
  const candidatesOf = (reader: ShardReader): Promise<SuggestionCandidate[]> => {
    const known = prepared.get(reader);
    if (known) return known;
    const candidates = readCandidates(reader);
    prepared.set(reader, candidates);
    candidates.catch(() => prepared.delete(reader));
    return candidates;
  };

  return {
    find,
    captions: (ids) => Promise.all(ids.map(async (id) => readCaption(id, await find(id)))),
    async list(ids, signal) {
      const rows: ListedLetter[] = [];
      for (const id of ids) {
        signal?.throwIfAborted();
        rows.push(await readListed(id, await find(id)));
      }
      return rows;
    },
    async suggest(text, limit, signal) {
      const needle = canonicalText(text);
      const key = numberKey(text);
      const suggestions: SuggestedLetter[] = [];
      if (needle === '') return suggestions;
      for (const { reader } of shards) {
        const candidates = await candidatesOf(reader);
        signal?.throwIfAborted();
        for (const { texts, key: held, suggestion } of candidates) {
          // A single character is the prefix of too many numbers.
          const fits =
            texts.some((offer) => offer.includes(needle)) || (key.length > 1 && held.startsWith(key));
          if (fits) suggestions.push(suggestion);
          if (suggestions.length >= limit) return suggestions;
        }
      }
      return suggestions;
    },
  };
}

async function readCandidates(reader: ShardReader): Promise<SuggestionCandidate[]> {
  const [{ ids, dates }, { titles, documents }, { subjects }] = await Promise.all([
    reader.head(),
    reader.columns('captions'),
    reader.columns('subjects'),
  ]);
  return titles.map((title, row) => {
    const document = documents[row] ?? '';
    const documentNumber = document === '' ? {} : { documentNumber: document };
    return {
      texts: [title, subjects[row] ?? ''].map((text) => canonicalText(text)),
      key: numberKey(document),
      suggestion: { id: ids[row] ?? '', title, date: dates[row] ?? '', ...documentNumber },
    };
  });
}

/** The shard and row of a letter. */
interface LetterLocation {
  reader: ShardReader;
  row: number;
}

async function readCaption(id: string, { reader, row }: LetterLocation): Promise<Caption> {
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

async function readListed(id: string, found: LetterLocation): Promise<ListedLetter> {
  const { reader, row } = found;
  const [caption, head, { subjects }, numbers, people] = await Promise.all([
    readCaption(id, found),
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
      ...parseSessionKey(facet('session')),
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
