import type { NewestZip } from '../../archive/offer/newest-zip.ts';
import { formatCount, requireElement, setText } from '../elements.ts';
import type { Chosen } from './chosen-copy.ts';
import { startCopyCheck } from './copy-check-start.ts';
import { showReport, summariseReport } from './verification-report.ts';

/**
 * Connects the section in which a copy is checked.
 *
 * @param loadManifest Loads the text of this edition's manifest.
 * @param offered The zip that the website offers, if it does.
 */
export function connectVerification(
  section: HTMLElement,
  loadManifest: () => Promise<string>,
  offered: () => Promise<NewestZip | undefined> | undefined,
): void {
  const zip = requireElement(section, '[data-verify-zip]', HTMLInputElement);
  const folder = requireElement(section, '[data-verify-folder]', HTMLInputElement);
  const run = requireElement(section, '[data-verify-run]', HTMLElement);
  const progress = requireElement(section, '[data-verify-progress]', HTMLProgressElement);
  const count = requireElement(section, '[data-verify-count]', HTMLElement);
  const stop = requireElement(section, '[data-verify-stop]', HTMLButtonElement);
  const status = requireElement(section, '[data-verify-status]', HTMLElement);
  const report = requireElement(section, '[data-verify-report]', HTMLElement);

  const check = async (chosen: Chosen) => {
    const ended = new AbortController();
    stop.onclick = () => {
      ended.abort();
    };
    progress.value = 0;
    for (const input of [zip, folder]) input.disabled = true;
    setText(count, '');
    report.replaceChildren();
    run.hidden = false;
    status.textContent = '正在核对…';
    const onChecked = (share: number, files: number) => {
      progress.value = share;
      setText(count, `已读 ${formatCount(files)} 个文件`);
    };
    try {
      const manifest = await loadManifest();
      const found = await startCopyCheck({ chosen, manifest }, { onChecked, signal: ended.signal });
      status.textContent = summariseReport(found);
      showReport(report, found, await offered());
    } catch (error) {
      status.textContent = `没有核对完：${error instanceof Error ? error.message : String(error)}`;
    } finally {
      run.hidden = true;
      for (const input of [zip, folder]) {
        input.disabled = false;
        // So that the same copy can be chosen again after it was repaired.
        input.value = '';
      }
    }
  };
  zip.addEventListener('change', () => {
    const [file] = zip.files ?? [];
    if (file) void check({ kind: 'zip', file });
  });
  folder.addEventListener('change', () => {
    const files = [...(folder.files ?? [])].map((file) => ({ path: pathOf(file), file }));
    if (files.length > 0) void check({ kind: 'folder', files });
  });
}

/** The path inside the chosen folder, whose own name does not matter. */
function pathOf(file: File): string {
  return file.webkitRelativePath.split('/').slice(1).join('/') || file.name;
}
