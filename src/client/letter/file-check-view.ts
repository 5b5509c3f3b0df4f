import { element } from '../elements.ts';
import { checkFile, type FileCheck, type KnownFile, type Passage } from './received-file.ts';

/** Passages that are named one by one; more are counted. */
const named = 12;

/**
 * Offers to check a file in hand against the hashes on the letter's page: chosen, or dropped anywhere on the page. The
 * file does not leave the device, and no server or network is needed.
 *
 * @param tools The section on the original.
 * @param body The letter's text.
 */
export function addFileCheck(tools: HTMLElement, body: HTMLElement): void {
  const known = knownFiles(tools);
  if (known.length === 0) return;
  const input = element('input', { type: 'file', multiple: '', class: 'visually-hidden' });
  const results = element('ul', { class: 'file-results', role: 'status' });
  const panel = element(
    'details',
    { class: 'file-check' },
    element('summary', {}, '核对手中的文件'),
    element(
      'p',
      { class: 'quiet' },
      '选收到的文件，或把它拖到本页，与原件的校验值比较。文件不会离开这台设备。',
    ),
    element('label', { class: 'button' }, '选择文件', input),
    results,
  );
  tools.append(panel);

  const check = async (files: readonly File[]) => {
    panel.open = true;
    results.replaceChildren(...files.map(({ name }) => element('li', {}, `正在核对 ${name}…`)));
    for (const [index, file] of files.entries())
      results.children[index]?.replaceWith(await resultOf(file, known, readPassages(body), tools));
  };
  input.addEventListener('change', () => {
    void check([...(input.files ?? [])]).finally(() => {
      // So that the same file can be chosen again.
      input.value = '';
    });
  });
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void check(files);
    panel.scrollIntoView({ block: 'nearest' });
  });
}

async function resultOf(
  file: File,
  known: readonly KnownFile[],
  passages: readonly Passage[],
  tools: HTMLElement,
): Promise<HTMLElement> {
  const name = element('strong', {}, file.name);
  if (!('subtle' in crypto))
    return element(
      'li',
      {},
      name,
      '：这个网址没有加密连接，浏览器不提供校验功能；请用 https 打开，或在离线副本中核对。',
    );
  try {
    return element('li', {}, name, '：', ...describe(await checkFile(file, known, passages), file, tools));
  } catch {
    return element('li', {}, name, '：浏览器读不出这个文件。');
  }
}

function describe(check: FileCheck, file: File, tools: HTMLElement): (Node | string)[] {
  if (check.found === 'same') return [`一致。与${check.as}逐字节相同（SHA-256）。`];
  const original = Number(tools.querySelector<HTMLElement>('[data-bytes]')?.dataset.bytes);
  const size = `这个文件 ${file.size} 字节，原件 ${original} 字节。`;
  const { missing } = check;
  if (missing === undefined) return ['不一致。', size, '浏览器读不出它的文字，请下载原件，与它并排比对。'];
  if (missing.length === 0) return ['文件不同，文字相同。', size, '本页正文各段都在其中（不计标点和空格）。'];
  const links = missing
    .slice(0, named)
    .flatMap((id, index) => [index > 0 ? '、' : '', element('a', { href: `#${id}` }, `第${id.slice(1)}段`)]);
  const rest = missing.length > named ? `等 ${missing.length} 段` : '';
  return ['不一致。', size, '其中没有本页的', ...links, `${rest}（不计标点和空格）。`];
}

/** The original and its attachments with the hashes that the page states. */
function knownFiles(tools: HTMLElement): KnownFile[] {
  const original = tools.querySelector('#sha256')?.textContent.trim();
  const attachments = [...document.querySelectorAll('.attachments > .digest')].map((item) => ({
    name: `附件“${(item.querySelector('a') ?? item.firstChild)?.textContent?.trim() ?? ''}”`,
    sha256: item.querySelector('code')?.textContent.trim() ?? '',
  }));
  return original ? [{ name: '原件', sha256: original }, ...attachments] : [];
}

function readPassages(body: HTMLElement): Passage[] {
  return [...body.querySelectorAll('p[id^="p"]')].map(({ id, textContent }) => ({ id, text: textContent }));
}
