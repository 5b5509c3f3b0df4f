import { compareHashes, manifestName, manifestScript, parseManifest } from '../archive/manifest.ts';
import { hashFiles, hexDigest, type FolderFile } from './archive/folder-hashes.ts';
import { showDifferences, summariseDifferences } from './archive/verification-report.ts';
import { editionScripts } from './edition-scripts.ts';

// Verifies a copy of the edition against the manifest beside this page, without a server or network.
const scripts = editionScripts(new URL('.', location.href));
let manifest: Promise<string> | undefined;

const section = document.querySelector<HTMLElement>('[data-verify]');
if (section) connect(section);

function connect(section: HTMLElement): void {
  const input = section.querySelector<HTMLInputElement>('[data-verify-input]');
  const progress = section.querySelector<HTMLProgressElement>('[data-verify-progress]');
  const status = section.querySelector<HTMLElement>('[data-verify-status]');
  const report = section.querySelector<HTMLElement>('[data-verify-report]');
  const digest = section.querySelector<HTMLElement>('[data-verify-manifest]');
  if (!input || !progress || !status || !report || !digest) return;

  input.addEventListener('change', () => {
    const files = folderFiles(input.files ?? []);
    if (files.length === 0) return;
    input.disabled = true;
    progress.hidden = false;
    report.replaceChildren();
    status.textContent = `正在核对 ${files.length} 个文件…`;
    verify(files, (share) => (progress.value = share))
      .then(({ text, problems }) => {
        status.textContent = text;
        showDifferences(report, problems);
      })
      .catch((error: unknown) => {
        status.textContent = `没有核对完：${error instanceof Error ? error.message : String(error)}`;
      })
      .finally(() => {
        progress.hidden = true;
        input.disabled = false;
        // So that the same folder can be chosen again after it was repaired.
        input.value = '';
      });
  });

  void loadManifest().then(
    async (text) => (digest.textContent = await hexDigest(new TextEncoder().encode(text))),
    () => (digest.textContent = '读不到清单'),
  );
}

/** Loads the manifest's text once. */
function loadManifest(): Promise<string> {
  manifest ??= scripts.load(manifestName).then(String);
  return manifest;
}

async function verify(files: FolderFile[], onProgress: (share: number) => void) {
  if (!('subtle' in crypto))
    throw new Error('这个网址没有加密连接，浏览器不提供校验功能。请双击副本中的 archive.html，再核对。');
  const text = await loadManifest();
  const expected = parseManifest(text);
  const { hashes, unreadable } = await hashFiles(files, onProgress);
  // The manifest and its copy are not listed in it: they must equal those of this page.
  const own = { [`${manifestName}.txt`]: text, [`${manifestName}.js`]: manifestScript(text) };
  for (const [name, content] of Object.entries(own))
    expected.set(name, await hexDigest(new TextEncoder().encode(content)));
  return summariseDifferences(compareHashes(expected, hashes), unreadable, expected.size);
}

/** The chosen files by their path inside the folder, whose own name does not matter. */
function folderFiles(files: Iterable<File>): FolderFile[] {
  return [...files].map((file) => ({
    path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name,
    file,
  }));
}
