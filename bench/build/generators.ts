import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A way to make a searchable site of letters. */
export interface Generator {
  key: 'dafu' | 'hugo';
  name: string;
  /** Its version; undefined when it is not installed. */
  version: () => string | undefined;
  /** Prepares a project of the letters in a content folder, without anything from earlier builds. */
  prepare: (content: string, project: string) => void;
  /** The commands of a build. */
  commands: (project: string) => string[][];
  /** Where the project has a letter's Markdown. @param name Path below `replies/`. */
  letter: (project: string, name: string) => string;
  /** The folder that a build writes. */
  out: (project: string) => string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string) => join(root, 'node_modules/.bin', name);

function versionOf(command: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? (/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? stdout.trim()) : undefined;
}

export const generators: readonly Generator[] = [
  {
    key: 'dafu',
    name: 'dafu',
    version: () => versionOf(process.execPath, join(root, 'src/cli/main.ts'), '--version'),
    prepare(content, project) {
      cpSync(content, join(project, 'content'), { recursive: true });
      // Caches of other archives stay; none of this one.
      for (const name of ['letters', 'editions', 'records', 'search', 'index', 'templates'])
        rmSync(join(root, '.cache', name), { recursive: true, force: true });
    },
    commands: (project) => [
      [
        ...[process.execPath, join(root, 'src/cli/main.ts'), 'build', '--quiet'],
        ...['--content', join(project, 'content'), '--out', join(project, 'dist')],
      ],
    ],
    letter: (project, name) => join(project, 'content/replies', name),
    out: (project) => join(project, 'dist'),
  },
  {
    key: 'hugo',
    name: 'Hugo + Pagefind',
    version: () => {
      const [hugo, pagefind] = [versionOf('hugo', 'version'), versionOf(bin('pagefind'), '--version')];
      return hugo && pagefind && `${hugo} + ${pagefind}`;
    },
    prepare(content, project) {
      const replies = join(content, 'replies');
      for (const name of readdirSync(replies, { recursive: true }).map(String))
        if (name.endsWith('.md')) put(join(project, 'content/replies', name), forHugo(replies, name));
      for (const [path, text] of Object.entries(hugoFiles)) put(join(project, path), text);
    },
    commands: (project) => [
      ['hugo', '--quiet', '--source', project],
      [bin('pagefind'), '--quiet', '--site', join(project, 'public')],
    ],
    letter: (project, name) => join(project, 'content/replies', name),
    out: (project) => join(project, 'public'),
  },
];

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Hugo wants `date` and plain taxonomies; all other fields stay as they are. */
function forHugo(replies: string, name: string): string {
  const text = readFileSync(join(replies, name), 'utf8');
  const issued = /^issuedOn: (.*)$/m.exec(text)?.[1] ?? '2000-01-01';
  const agency = /^issuer: (.*)$/m.exec(text)?.[1] ?? '';
  return text.replace(/^---\n/, `---\ndate: ${issued}\nagencies: [${agency}]\n`);
}

/** A site as its documentation has one: letters, lists by year and agency, feeds, and the stock search page. */
const hugoFiles = {
  'config.toml': `baseURL = "https://archive.example/"
title = "虚构答复"
languageCode = "zh-CN"
hasCJKLanguage = true
[taxonomies]
agency = "agencies"
`,
  'layouts/_default/baseof.html': `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link href="/pagefind/pagefind-ui.css" rel="stylesheet"><script src="/pagefind/pagefind-ui.js"></script></head>
<body><header><a href="/">{{ site.Title }}</a><div id="search"></div></header>{{ block "main" . }}{{ end }}
<script>addEventListener('DOMContentLoaded', () => new PagefindUI({ element: '#search' }))</script></body></html>
`,
  'layouts/_default/single.html': `{{ define "main" }}<main data-pagefind-body><h1>{{ .Title }}</h1>
<p>{{ .Params.issuer }} {{ .Params.documentNumber }} {{ .Date.Format "2006-01-02" }}</p>{{ .TableOfContents }}{{ .Content }}
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></main>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<main><h1>{{ .Title }}</h1>{{ $p := .Paginate .Pages 50 }}
<ul>{{ range $p.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.issuer }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}</main>{{ end }}
`,
};
