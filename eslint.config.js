import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * The direction of dependencies: a folder of src/ may import from itself and from what is listed
 * for it, nothing else. Left to right in the README's map; `astro:*` only in the last row.
 */
const mayImport = {
  reply: [],
  markdown: ['reply'],
  convert: ['reply', 'markdown'],
  search: ['reply', 'markdown', 'data'],
  offline: ['reply'],
  check: ['reply', 'markdown', 'convert'],
  data: ['reply', 'markdown', 'offline'],
  charts: [],
  corpus: ['reply', 'data'],
  client: ['reply', 'search', 'offline'],
  integrations: ['reply', 'markdown', 'convert', 'search', 'offline', 'check', 'data'],
  cli: ['reply', 'markdown', 'convert', 'search', 'offline', 'check', 'data', 'corpus', 'integrations'],
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
  // Tests may invent letters.
  boundary(`src/${folder}/**/*.{test,fixture}.ts`, outside(folder, [...allowed, 'corpus'])),
]);

// Tests of the engine build the index that they ask.
const boundariesInSearch = Object.entries(mayImportInSearch).map(([part, allowed]) =>
  boundary(
    `src/search/${part}/**/!(*.test|*.fixture).ts`,
    outside('search', mayImport.search),
    restriction(`src/search/${part}`, Object.keys(mayImportInSearch), [part, ...allowed]),
  ),
);

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

function restriction(place, names, allowed) {
  return {
    regex: `^(\\.\\./)+(${names.filter((name) => !allowed.includes(name)).join('|')})/`,
    message: `${place} may import only from: ${allowed.join(', ')} (see CONTRIBUTING).`,
  };
}

export default tseslint.config(
  {
    ignores: ['dist/', '.astro/', '.cache/', '.demo/', 'test-results/', 'playwright-report/', '*.partial-*/'],
  },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] } } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
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
    files: ['src/{convert,markdown}/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    rules: { 'regexp/no-super-linear-move': 'error' },
  },
  // Plain scripts that an older Node must run carry no types to check.
  { files: ['**/*.mjs', '**/*.js'], ...tseslint.configs.disableTypeChecked },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-strict'],
  { files: ['**/*.astro'], rules: { 'max-lines': ['error', { max: 150 }] } },
  ...boundaries,
  ...boundariesInSearch,
);
