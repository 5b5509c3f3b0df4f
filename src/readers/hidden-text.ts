/** The message about text that is kept although it is white or too small to be read. */
export function faintText(text: string): string {
  return `“${shortened(text)}”在原件里是白色的或字号极小，看不出来，已照样收入。请对照原件，不属于答复的删去。`;
}

/** The message about the reading that is printed over characters (注音). */
export function rubyText(text: string): string {
  return `字的上方注有“${shortened(text)}”，没有收入。如属于答复，请补入正文。`;
}

function shortened(text: string): string {
  const written = text.replace(/\s+/gu, ' ').trim();
  return written.length > 20 ? `${written.slice(0, 20)}……` : written;
}

/** The message about annotations on a page. @param notes What they say; empty for one without text. */
export function annotationsText(notes: readonly string[], page: number): string {
  const said = notes.filter((note) => note !== '').map((note) => `“${note}”`);
  const quoted = said.length > 0 ? `（${said.slice(0, 3).join('、')}）` : '';
  return `第 ${page} 页有 ${notes.length} 处批注${quoted}，没有收入。如属于答复，请补入正文。`;
}
