import { findPlace, isBareLevel, placeScope } from '../../reply/letter-place.ts';
import type { StoredColumn, StoredShardHead } from '../form/catalogue.ts';
import type { FacetName } from '../query/search-request.ts';
import {
  parseSessionKey,
  sessionKey,
  sessionLabel,
  unnamedSessionKey,
} from '../../data/lists/session-key.ts';

/** The values of a facet. */
export interface FacetColumn extends StoredColumn {
  /** What visitors read, where that differs from the values. */
  labels?: string[];
  /** For each value the index of one that its letters have too; 0 for none. */
  implied?: number[];
  /** Values that the facet had in earlier editions, by row: they are chosen in addresses, and not counted. */
  former?: StoredColumn;
}

/** All facets of a shard. */
export type ShardFacets = Record<FacetName, FacetColumn>;

/**
 * The facets of a shard: those stored, and those derived from them. Where an agency is follows from its name, as on
 * the pages of the letters, and is not stored.
 *
 * @param today The visitor's day, `yyyy-mm-dd`: what is overdue is not known when an edition is built.
 */
export function shardFacets(
  dates: readonly string[],
  stored: StoredShardHead['facets'],
  today: string,
): ShardFacets {
  const { place, session, issuer } = stored;
  const placed = derive([session, place, issuer], placeSession);
  return {
    ...stored,
    place: derive([place, issuer], (name, agency) => findPlace(placeOf(name, agency))?.name ?? ''),
    year: indexValues(dates.map((date) => date.slice(0, 4))),
    session: {
      ...placed,
      labels: placed.values.map((key) => sessionLabel(parseSessionKey(key))),
      former: session,
    },
    assembly: derive([session], (key) => parseSessionKey(key).assembly ?? ''),
    commitment: judgeCommitments(stored.commitment, today),
  };
}

/** Whether a letter makes commitments, and whether one is overdue. */
export const commitmentValues = ['有', '到期'] as const;

function judgeCommitments({ values, rows }: StoredColumn, today: string): FacetColumn {
  // Letters, `undated` among them, come after digits.
  const judged = values.map((due) => (due === '' ? 0 : due < today ? 2 : 1));
  return {
    values: ['', ...commitmentValues],
    labels: ['', '有承诺', '已到期'],
    implied: [0, 0, 1],
    rows: rows.map((index) => judged[index] ?? 0),
  };
}

/**
 * The session with its scope named: 政协/青岚市/12-4 for a letter from 青岚市 that says 市政协. One whose scope nothing names
 * is told apart from 政协/市/12-4, which means the sessions of all cities.
 */
function placeSession(key: string, place: string, issuer: string): string {
  const session = parseSessionKey(key);
  const scope = placeScope(session.scope, placeOf(place, issuer));
  // A scope that is no bare level is still a name.
  const isUnnamed: boolean = isBareLevel(scope);
  if (isUnnamed) return unnamedSessionKey(session);
  return scope === session.scope || scope === undefined ? key : sessionKey({ ...session, scope });
}

function placeOf(place: string, issuer: string): { place?: string; issuer: string } {
  return place === '' ? { issuer } : { place, issuer };
}

/** Derives a value of each row; each combination of the columns' values is read once. */
function derive(
  columns: readonly [StoredColumn, ...StoredColumn[]],
  valueOf: (...values: [string, string, string]) => string,
): StoredColumn {
  const known = new Map<number, string>();
  return indexValues(
    columns[0].rows.map((_, row) => {
      const combination = columns.reduce(
        (key, { values, rows }) => key * values.length + (rows[row] ?? 0),
        0,
      );
      let value = known.get(combination);
      if (value === undefined) {
        const [first = '', second = '', third = ''] = columns.map(
          ({ values, rows }) => values[rows[row] ?? 0] ?? '',
        );
        value = valueOf(first, second, third);
        known.set(combination, value);
      }
      return value;
    }),
  );
}

function indexValues(column: readonly string[]): StoredColumn {
  const indexes = new Map([['', 0]]);
  const rows = column.map((value) => {
    const index = indexes.get(value) ?? indexes.size;
    indexes.set(value, index);
    return index;
  });
  return { values: [...indexes.keys()], rows };
}
