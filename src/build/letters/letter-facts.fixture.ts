import type { LetterFacts } from './letter-facts.ts';

/** The facts of an invented letter (虚构) in which nothing was found. */
export const noFacts: LetterFacts = {
  name: '2020/a.md',
  id: '2020/a',
  sha256: '',
  headings: [],
  commitments: [],
  citations: [],
  handling: [],
  fingerprints: '',
  findings: [],
  recorded: [],
  identity: { path: '', id: '' },
  original: '',
  comparable: false,
  files: {},
};
