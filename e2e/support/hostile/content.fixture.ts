import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeHostileOriginals } from './originals.fixture.ts';
import { vectors } from './vectors.fixture.ts';

/** Ids that are names of built-in properties of objects or documents. */
const ids = ['constructor', 'prototype', 'tostring', 'content', 'getelementbyid', 'hasownproperty'];

/** A file name as hostile as file systems permit. */
const fileName = `虚构 "><img src=data:, onerror=window.hacked=1>&#39; %22 #1?.txt`;

const attachmentName = `附件 "><svg onload=window.hacked=1>.txt`;
const original = '虚构的原件\n';
const digest = createHash('sha256').update(original).digest('hex');

/**
 * Writes a content folder in which everything is hostile. Each vector is the body and every free field of the
 * frontmatter of a letter, and is on a page and in `site.yml`; letters share agencies and sessions in groups.
 *
 * @returns The ids of the letters, in the order of the vectors.
 */
export async function writeHostileContent(content: string): Promise<string[]> {
  await rm(content, { recursive: true, force: true });
  await mkdir(join(content, 'replies/2021'), { recursive: true });
  await mkdir(join(content, 'pages/guide'), { recursive: true });
  await writeFile(join(content, 'site.yml'), stringify(site()));
  await writeHostileOriginals(content);
  const all = vectors.map(async (vector, at) => {
    const id = `2021/${ids[at] ?? `vector-${at + 1}`}`;
    await writeOriginal(content, id, vector);
    await writeFile(join(content, 'replies', `${id}.md`), letter(vector, at, id));
    return id;
  });
  const page = { title: oneLine(vectors[0] ?? ''), description: oneLine(vectors.join(' ')), order: 1 };
  const bodies = vectors.map((vector, at) => `## ${oneLine(vector)}\n\n第 ${at + 1} 段：${inBody(vector)}\n`);
  await writeFile(join(content, 'pages/guide/hostile.md'), matter(page) + bodies.join('\n'));
  return Promise.all(all);
}

function site(): object {
  const vector = `虚构"><script>window.hacked=1</script>`;
  return {
    name: vector,
    description: vector,
    owner: vector,
    licence: { name: vector, url: 'https://example.org/?"><script>window.hacked=1</script>' },
    outcomes: { [`市${vector}`]: { A: vector } },
    sessions: [{ assembly: '政协', scope: `市${vector}`, term: 1, session: 1, assigned: ['1-9'] }],
  };
}

/** How many letters share an agency and a session, which are named by all of their vectors. */
const together = 8;

function letter(vector: string, at: number, id: string): string {
  const text = oneLine(vector);
  const first = at - (at % together);
  const shared = vectors
    .slice(first, first + together)
    .map(oneLine)
    .join(' ');
  const frontmatter = {
    title: text,
    indexNumber: text,
    documentNumber: text,
    issuer: shared,
    categories: [text, text],
    issuedOn: `2021-05-${String((at % 28) + 1).padStart(2, '0')}`,
    publishedOn: '2021-07-01',
    proposal: {
      assembly: '政协',
      scope: `市${shared}`,
      term: 1,
      session: 1,
      number: text,
      kind: '提案',
      title: text,
    },
    recipients: [text],
    outcome: 'A',
    signatories: [text],
    source: {
      file: `${id}/${fileName}`,
      sha256: digest,
      url: 'https://example.org/?"onclick="window.hacked=1',
      retrievedOn: '2021-07-02',
    },
    corrections: [{ on: '2021-07-03', note: text }],
  };
  return `${matter(frontmatter)}虚构委员：\n\n${inBody(vector)}\n\n　　行内：${oneLine(vector)}\n\n- ${inBody(vector)}\n`;
}

/** Writes the received file, its attachments and a record of edits as hostile as the letter. */
async function writeOriginal(content: string, id: string, vector: string): Promise<void> {
  const folder = join(content, 'originals', id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, fileName), original);
  await writeFile(join(folder, attachmentName), original);
  await writeFile(join(folder, 'edits.json'), JSON.stringify(record(oneLine(vector))));
}

function record(text: string): object {
  const decoded = `${text}\n${text}\n甲:乙${text}\n`;
  const colon = decoded.indexOf('甲:') + 1;
  return {
    sha256: digest,
    decoded,
    edits: [{ rule: text, tier: 1, at: colon, before: ':', after: text }],
    dropped: [{ at: 0, length: text.length, why: text }],
    attachments: [{ name: attachmentName, sha256: digest, bytes: original.length }],
  };
}

function matter(data: object): string {
  return `---\n${stringify(data, { lineWidth: 0 })}---\n\n`;
}

function inBody(vector: string): string {
  return vector.replaceAll('⏎', '\n');
}

function oneLine(vector: string): string {
  return vector.replaceAll('⏎', ' ');
}
