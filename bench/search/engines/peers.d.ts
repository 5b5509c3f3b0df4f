// The API used of the peers, which are installed only for benchmarks (`npm ci --prefix bench`).

declare module 'minisearch' {
  export interface Options<T> {
    fields: (keyof T & string)[];
    storeFields: (keyof T & string)[];
    tokenize: (text: string) => string[];
    searchOptions: {
      tokenize: (text: string) => string[];
      combineWith: 'AND';
      prefix: (term: string) => boolean;
      boost: Record<string, number>;
    };
  }
  export default class MiniSearch {
    constructor(options: Options<never>);
    static loadJSON(json: string, options: Options<never>): MiniSearch;
    addAll(documents: readonly object[]): void;
    search(query: string): { id: string; title: string }[];
  }
}

declare module 'flexsearch' {
  export interface IndexOptions {
    encoder: unknown;
    tokenize: 'strict';
    context: { depth: number; bidirectional: boolean; resolution: number };
  }
  export const Charset: { CJK: unknown };
  export class Index {
    constructor(options: IndexOptions);
    add(id: number, text: string): void;
    search(query: string, options: { limit: number }): (number | string)[];
    export(take: (part: string, data: string) => void): void;
    import(part: string, data: string): void;
  }
}

declare module '@orama/orama' {
  export interface Orama {
    readonly schema: unknown;
  }
  export interface Found {
    hits: { document: { id: string; title: string } }[];
  }
  export function create(options: {
    schema: Record<string, string>;
    components: { tokenizer: unknown };
  }): Orama;
  export function insert(database: Orama, document: object): Promise<string> | string;
  export function count(database: Orama): number;
  export function save(database: Orama): unknown;
  export function load(database: Orama, raw: unknown): void;
  export function search(
    database: Orama,
    options: { term: string; properties: string[]; threshold: number; limit: number },
  ): Promise<Found> | Found;
}

declare module '@orama/tokenizers/mandarin' {
  export function createTokenizer(): unknown;
}
