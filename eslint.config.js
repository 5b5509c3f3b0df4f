import astro from 'eslint-plugin-astro';
import playwright from 'eslint-plugin-playwright';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** What readers, rules and recognisers know of the record: its types, and the codes of its messages. */
const recordTypes = ['record/record.ts', 'record/message-codes.ts'];

/** How a letter is named, wherever it is listed. */
const letterName = 'data/letter/letter-name.ts';

/** What the quick find shares with the exact search: how texts and numbers are folded, and scripts that hold data. */
const sharedWithSearch = [
  'search/text/fold.ts',
  'search/query/number-key.ts',
  'search/indexing/data-file-writer.ts',
];

/**
 * The direction of dependencies (docs/architecture.md): a folder of src/ may import from itself and from what is
 * listed for it, nothing else; `astro:*` only in integrations.
 */
const mayImport = {
  reply: [],
  storage: [],
  // Where the program is and what it consists of, in the repository and as a package.
  program: [],
  markdown: ['reply'],
  'content-files': ['reply', 'markdown'],
  readers: ['reply', ...recordTypes],
  normalise: ['reply', ...recordTypes],
  recognise: ['reply', 'readers', 'normalise', ...recordTypes],
  record: ['reply', 'storage', 'markdown', 'content-files', 'readers', 'normalise'],
  // Letters in traditional script are read by the same table as in conversion.
  commitments: ['reply', 'markdown', 'normalise/simplified-chinese.ts'],
  convert: ['reply', 'markdown', 'content-files', 'readers', 'normalise', 'recognise', 'record'],
  // The same conversion in a browser.
  desk: [
    ...['program', 'reply', 'storage', 'readers', 'normalise', 'recognise', 'record', 'convert'],
    ...['comparison', 'compared-edit', 'compared-segments'].map((name) => `data/comparison/${name}.ts`),
    ...['build/browser-bundle.ts', 'build/in-browser/in-browser.ts'],
    ...[
      'data/original/edit-kind.ts',
      'client/elements.ts',
      'client/saved-file.ts',
      'client/source-worker.ts',
    ],
  ],
  queue: ['program', 'reply', 'readers', 'record/message-codes.ts', 'record/message-codes/refusal.ts'],
  search: ['program', 'reply', 'markdown', 'data', 'storage', 'deflate', 'normalise/simplified-chinese.ts'],
  deflate: [],
  archive: [],
  // A new archive, and what it begins with.
  init: ['program', 'reply', 'storage'],
  offline: ['storage', 'deflate', 'archive'],
  policies: ['reply', 'markdown', 'normalise'],
  // The same words and numbers as the exact search, in files of the same form; nothing of its index.
  'quick-find': ['reply', 'markdown', 'archive', letterName, ...sharedWithSearch],
  check: [
    ...['reply', 'markdown', 'content-files', 'record', 'archive', 'commitments'],
    // How texts are folded to be recognised, and what in a page is not the letter.
    ...['normalise/folded-text.ts', 'normalise/canonical-document-number.ts'],
    ...['recognise/contact.ts', 'recognise/boilerplate.ts'],
  ],
  // What became of the pages from which originals were taken.
  watch: [
    ...['reply', 'markdown', 'content-files', 'readers', 'convert', ...recordTypes],
    'check/printable-text.ts',
  ],
  data: [
    ...['reply', 'markdown', 'content-files', 'archive', 'commitments', 'policies', 'lineage', 'handling'],
    ...['record/record.ts', 'record/edits-file.ts'],
  ],
  serve: ['reply', 'archive'],
  charts: [],
  lineage: ['reply', 'markdown'],
  handling: ['reply', 'markdown'],
  corpus: ['reply', 'data'],
  client: [
    'search',
    'archive',
    'quick-find',
    letterName,
    'data/letter/citation.ts',
    'data/wording/byte-size.ts',
    'data/lists/letter-columns.ts',
    'data/lists/session-key.ts',
    'data/lists/table-columns.ts',
  ],
  build: [
    ...[
      'program',
      'reply',
      'storage',
      'markdown',
      'content-files',
      'search',
      'quick-find',
      'archive',
      'check',
      'data',
    ],
    ...['commitments', 'handling', 'lineage', 'policies', 'record/record.ts', 'record/edits-file.ts'],
    'editor',
  ],
  // The form in which letters are edited on the site, and the script of its page.
  editor: ['reply', 'content-files', 'check', 'client/elements.ts'],
  // A preview that follows what is edited.
  dev: [
    ...['program', 'reply', 'storage', 'content-files', 'archive', 'commitments', 'data', 'build', 'serve'],
  ],
  integrations: ['program', 'storage', 'content-files', 'archive', 'check', 'data', 'build'],
  cli: [
    ...[
      'program',
      'reply',
      'storage',
      'markdown',
      'content-files',
      'readers',
      'normalise',
      'recognise',
      'record',
    ],
    ...[
      'commitments',
      'convert',
      'queue',
      'search',
      'archive',
      'offline',
      'check',
      'data',
      'corpus',
      'serve',
    ],
    ...['build', 'dev', 'desk', 'init', 'integrations', 'watch'],
  ],
};
const folders = [...Object.keys(mayImport), 'components', 'layouts', 'pages', 'setup'];

/** The same within src/search: what builds an index and what asks it share only the form of its files. */
const mayImportInSearch = {
  text: [],
  query: ['text'],
  form: ['text', 'query'],
  indexing: ['text', 'query', 'form'],
  engine: ['text', 'query', 'form'],
};

const boundaries = Object.entries(mayImport).flatMap(([folder, allowed]) => [
  boundary(`src/${folder}/**/*.ts`, outside(folder, allowed)),
  // Tests may invent letters, send them all the way through the converter, and ask how much they are to try.
  boundary(
    `src/${folder}/**/*.{test,fixture}.ts`,
    outside(folder, [...allowed, 'corpus', 'convert', 'record', 'setup/depth.ts']),
  ),
]);

// Tests of the engine build the index that they ask.
const boundariesInSearch = Object.entries(mayImportInSearch).map(([part, allowed]) =>
  boundary(
    `src/search/${part}/**/!(*.test|*.fixture).ts`,
    outside('search', mayImport.search),
    restriction(`src/search/${part}`, Object.keys(mayImportInSearch), [part, ...allowed]),
  ),
);

/** Methods of a locator that read what is there at that moment, and wait for it not at all or not to change. */
const readsAtOnce = [
  ...['all', 'allInnerTexts', 'allTextContents', 'count', 'evaluateAll'],
  ...['getAttribute', 'innerText', 'innerHTML', 'inputValue', 'textContent'],
  ...['isChecked', 'isDisabled', 'isEditable', 'isEnabled', 'isHidden', 'isVisible'],
];

/** Outside an assertion that is tried again, and outside code that runs in the page. */
const readOnce = ':not(CallExpression[callee.property.name=/^(poll|toPass|evaluate)$/] *)';

/** What a page keeps wherever it goes; the clock of a test is an init script, too. */
const keptForever = ['addInitScript', 'clock', 'exposeBinding', 'exposeFunction'];

/** Browser tests wait for what they look at. */
const browserTests = {
  files: ['e2e/**/*.ts'],
  plugins: { playwright },
  rules: {
    ...Object.fromEntries(
      [
        ...['missing-playwright-await', 'no-element-handle', 'no-eval', 'no-focused-test', 'no-force-option'],
        ...['no-networkidle', 'no-page-pause', 'no-unused-locators', 'no-useless-await', 'no-useless-not'],
        ...['no-wait-for-navigation', 'no-wait-for-selector', 'prefer-to-have-count'],
        ...['prefer-web-first-assertions', 'valid-expect', 'valid-expect-in-promise', 'valid-title'],
      ].map((rule) => [`playwright/${rule}`, 'error']),
    ),
    'no-restricted-syntax': [
      'error',
      {
        selector: `CallExpression[callee.object.name!=Promise][callee.property.name=/^(${readsAtOnce.join('|')})$/]${readOnce}`,
        message:
          'Reads once what may change: compare by an assertion that is tried again, or read by e2e/support/reading.fixture.ts.',
      },
      {
        selector: `CallExpression[callee.name=readNow]${readOnce}`,
        message: 'Reads once what may change: only within expect.poll.',
      },
      {
        selector: `MemberExpression[object.name=page][property.name=/^(${keptForever.join('|')})$/]`,
        message: 'Remains in the window that the next test gets: use ownPage.',
      },
    ],
  },
};

function boundary(files, ...patterns) {
  return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns: patterns.flat() }] } };
}

function outside(folder, allowed) {
  return [
    restriction(`src/${folder}`, folders, [folder, ...allowed]),
    ...(folder === 'integrations'
      ? []
      : [{ regex: '^astro(:|/|$)', message: `src/${folder} runs without Astro.` }]),
  ];
}

/** @param allowed Folders, and files of folders that are otherwise closed. */
function restriction(place, names, allowed) {
  const open = allowed.filter((path) => path.includes('/')).join('|');
  const closed = names.filter((name) => !allowed.includes(name)).join('|');
  return {
    regex: `^(\\.\\./)+${open === '' ? '' : `(?!(?:${open})$)`}(?:${closed})/`,
    message: `${place} may import only from: ${allowed.join(', ')} (see docs/architecture.md).`,
  };
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      '.demo/',
      'lib/',
      'test-results/',
      'playwright-report/',
      '*.partial-*/',
    ],
  },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    // Their rules that need types are those of .oxlintrc.json: oxlint takes a fifth of the time for them.
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    // A directive may be for one of these.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 300 }],
      eqeqeq: 'error',
    },
  },
  // No pattern that goes back and forth over a text: what strangers send must not hold the converter up.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }] },
  },
  // Nor one that looks from each place to the end of a text; the grammars in src/reply get some hundred characters.
  {
    files: ['src/{readers,normalise,recognise,record,convert,markdown,commitments}/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    rules: { 'regexp/no-super-linear-move': 'error' },
  },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-strict'],
  { files: ['**/*.astro'], rules: { 'max-lines': ['error', { max: 150 }] } },
  browserTests,
  // What reads for the specs, and what runs in the page.
  {
    files: ['e2e/support/reading.fixture.ts', 'e2e/support/hostile/intrusions.fixture.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  ...boundaries,
  ...boundariesInSearch,
);
