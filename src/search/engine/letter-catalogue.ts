import { canonicalText } from '../text/scan.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { StoredFacet } from '../form/catalogue.ts';
import type { ListedLetter } from '../../data/lists/letter-columns.ts';
import type { Caption } from './search-answer.ts';
import { parseSessionKey } from '../../data/lists/session-key.ts';
import type { OpenShard, ShardReader } from './shard-reader.ts';
import { numberKey } from '../query/number-key.ts';

/** Looks up letters of an edition in the columns of its shards. */
export interface LetterCatalogue {
  find: (id: string) => Promise<LetterLocation>;
  captions: (ids: readonly string[]) => Promise<Caption[]>;
  list: (ids: readonly string[], signal?: AbortSignal) => Promise<ListedLetter[]>;
  suggest: (text: string, limit: number, signal?: AbortSignal) => Promise<Caption[]>;
}

/** A letter, ready to be compared with what is typed. */
interface SuggestionCandidate {
  /** Title and 案由, in canonical text. */
  texts: string[];
  /** Key of its 发文字号. */
  key: string;
  suggestion: Caption;
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
      const suggestions: Caption[] = [];
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
  const [{ ids }, { titles }, { documents }] = await Promise.all([
    reader.head(),
    reader.columns('titles'),
    reader.columns('numbers'),
  ]);
  return Promise.all(
    titles.map(async (title, row) => {
      const suggestion = await readCaption(ids[row] ?? '', { reader, row });
      return {
        texts: [title, suggestion.text].map((text) => canonicalText(text)),
        key: numberKey(documents[row] ?? ''),
        suggestion,
      };
    }),
  );
}

/** The shard and row of a letter. */
interface LetterLocation {
  reader: ShardReader;
  row: number;
}

async function readCaption(id: string, { reader, row }: LetterLocation): Promise<Caption> {
  const [{ facets, dates }, { names, topics, numbers }] = await Promise.all([
    reader.head(),
    reader.columns('captions'),
  ]);
  return {
    id,
    text: names[row] ?? '',
    isTopic: topics[row] === 1,
    ...stated('number', numbers[row] ?? ''),
    issuer: facets.issuer.values[facets.issuer.rows[row] ?? 0] ?? '',
    ...stated('date', dates[row] ?? ''),
  };
}

function stated<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return (value === '' ? {} : { [key]: value }) as Partial<Record<K, string>>;
}

async function readListed(id: string, { reader, row }: LetterLocation): Promise<ListedLetter> {
  const [{ facets }, { names, topics }, { titles }, numbers, people, { details }] = await Promise.all([
    reader.head(),
    reader.columns('captions'),
    reader.columns('titles'),
    reader.columns('numbers'),
    reader.columns('people'),
    reader.columns('details'),
  ]);
  const facet = (name: StoredFacet) => facets[name].values[facets[name].rows[row] ?? 0] ?? '';
  const proposal = {
    ...parseSessionKey(facet('session')),
    ...stated('number', numbers.proposals[row] ?? ''),
    ...stated('kind', facet('kind')),
    ...(topics[row] === 1 && { title: names[row] }),
  };
  const { recipients, signatories } = people;
  const header: Unchecked<Frontmatter> = {
    title: titles[row],
    ...stated('indexNumber', numbers.indexes[row] ?? ''),
    ...stated('documentNumber', numbers.documents[row] ?? ''),
    issuer: facet('issuer'),
    ...details[row],
    ...(Object.keys(proposal).length > 0 && { proposal }),
    recipients: recipients[row] ?? [],
    ...stated('role', facet('role')),
    ...stated('outcome', facet('outcome')),
    ...stated('place', facet('place')),
    signatories: signatories[row] ?? [],
  };
  return { id, frontmatter: header as Frontmatter };
}

/** What the index stores was checked by the schema when the letter was read. */
type Unchecked<Fields> = { [Name in keyof Fields]?: unknown };
