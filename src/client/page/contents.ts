/** Marks the section being read in the contents. */
export function followContents(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const headings = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  const mark = () => {
    // The section being read is the last whose heading is above the lower two thirds of the window.
    const line = window.innerHeight / 3;
    const current = headings.findLast(({ heading }) => heading.getBoundingClientRect().top < line);
    for (const { link } of headings)
      if (link === current?.link) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    if (current) keepInView(contents, current.link);
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  // Browsers leave a focused link where part of it can be seen, and the row of a phone cuts it.
  contents.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  window.addEventListener('scroll', later, { passive: true });
  // In the first frame: earlier, it would force another layout.
  later();
}

/** Scrolls only the contents, so that the marked entry is visible. */
function keepInView(contents: HTMLElement, link: HTMLElement): void {
  const frame = contents.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  const { left, right } = link.getBoundingClientRect();
  // On a phone the list itself scrolls, sideways.
  const row = link.closest('ol');
  if (row && (left < 0 || right > innerWidth)) row.scrollLeft += left - row.getBoundingClientRect().left;
  if (top < frame.top) contents.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) contents.scrollTop += bottom - frame.bottom;
}
