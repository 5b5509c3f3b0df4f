/** What the server tells its pages. */
export interface DevState {
  /** Paths of pages that are others now. */
  changed: string[];
  /** A build has ended, so that any page may be another. */
  built: boolean;
  /** Lists and searches are being brought up to date. */
  building: boolean;
  /** What is wrong, one line each. */
  problems: string[];
}

/** The script that `dafu dev` adds to each page that it serves. No edition has it. */
export const pageScript = `(${run.toString()})();\n`;

/** Shows what is wrong in the letter, and loads the page again when it is another. Runs in the browser. */
function run(): void {
  const own = document.currentScript;
  const mark = own?.dataset.mark ?? '';
  const version = own?.dataset.page ?? '';
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-block-size: 60vh; overflow: auto;
      padding: .75rem 1rem; font: 1rem/1.6 system-ui, sans-serif; border-block-start: 3px solid; }
    section[hidden] { display: none; }
    [role=alert] { background: #fff0f0; color: #6b0000; border-color: #b00020; }
    [role=status] { background: #fff8dc; color: #4a3800; border-color: #b08900; }
    p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media print { section { display: none; } }`);
  root.adoptedStyleSheets = [sheet];
  const box = (role: string, lines: readonly string[]) => {
    const section = document.createElement('section');
    section.setAttribute('role', role);
    for (const line of lines)
      section.append(Object.assign(document.createElement('p'), { textContent: line }));
    section.hidden = lines.length === 0;
    return section;
  };
  document.body.append(host);
  const show = (problems: readonly string[]) => {
    root.replaceChildren(
      problems.length > 0
        ? box('alert', ['内容有误，改好并保存以后，这里的提示自动消失：', ...problems])
        : box('status', mark === '' ? [] : [mark]),
    );
  };
  show([]);
  const path = decodeURIComponent(location.pathname.slice(1)) || 'index.html';
  const read = async (address: string) => (await fetch(address, { cache: 'no-store' })).text();
  /** Results are others when the index is, though the page around them is the same. */
  const readIndex = async () => (path === 'search.html' ? read('/search/entry.js') : '');
  const index = readIndex();
  index.catch(() => undefined);
  /** A page that is the same is not loaded again, so that nothing that is being read or typed is lost. */
  const reloadIfOther = async () => {
    const isSame =
      /data-page="([^"]*)"/.exec(await read(location.href))?.[1] === version &&
      (await readIndex()) === (await index);
    if (!isSame) location.reload();
  };
  const events = new EventSource('/_dev/events');
  let lost = false;
  events.addEventListener('message', ({ data }) => {
    const { changed, built, problems } = JSON.parse(String(data)) as DevState;
    show(problems);
    // After a break in the connection, something may have been missed.
    if (changed.includes(path) || built || lost) void reloadIfOther().catch(() => undefined);
    lost = false;
  });
  events.addEventListener('error', () => {
    lost = true;
  });
}
