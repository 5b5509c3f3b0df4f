import { resultItems } from './result-items.ts';

/** Where in the results the visitor is. */
export interface Place {
  /** How far the page is scrolled, in CSS pixels. */
  top: number;
  /** The first letter in the window, or the one that was opened, and how far below the window's top it begins. */
  letter?: { id: string; offset: number; opened: boolean };
}

/**
 * Reads the visitor's place.
 *
 * @param page The search page's element.
 * @param opened The item whose letter is being opened.
 */
export function readPlace(page: HTMLElement, opened?: HTMLElement): Place {
  const item = opened ?? resultItems(page).find((one) => one.getBoundingClientRect().bottom > 0);
  const top = window.scrollY;
  if (item?.dataset.id === undefined) return { top };
  const offset = item.getBoundingClientRect().top;
  return { top, letter: { id: item.dataset.id, offset, opened: opened !== undefined } };
}

/** Events by which a visitor takes over where the page is. */
const takingOver = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** Milliseconds after which a letter is no longer held in place: a dragged scroll bar sends no event. */
const holdingTime = 3000;

/**
 * Takes the visitor back to a place. The letter is where it was in the window, whatever the lines above it take
 * by now, and stays there while excerpts arrive, until the visitor moves; one that was opened has the focus.
 */
export function restorePlace(page: HTMLElement, { top, letter }: Place): void {
  const item = resultItems(page).find(({ dataset }) => dataset.id === letter?.id);
  if (letter === undefined || item === undefined) {
    window.scrollTo({ top, behavior: 'instant' });
    return;
  }
  const align = () => {
    window.scrollBy({ top: item.getBoundingClientRect().top - letter.offset, behavior: 'instant' });
  };
  align();
  if (letter.opened) item.querySelector('a')?.focus({ preventScroll: true });
  // Browsers anchor the first line in the window, which is not always the letter.
  const growth = new ResizeObserver(() => {
    if (item.isConnected) align();
    else release();
  });
  const release = () => {
    growth.disconnect();
  };
  growth.observe(page);
  setTimeout(release, holdingTime);
  for (const type of takingOver)
    window.addEventListener(type, release, { once: true, capture: true, passive: true });
}

/** Reads a place out of what a history entry keeps, which an earlier version may have written. */
export function parsePlace(kept: unknown): Place | undefined {
  if (!isObject(kept) || typeof kept.top !== 'number') return undefined;
  const { top, letter } = kept;
  if (!isObject(letter) || typeof letter.id !== 'string' || typeof letter.offset !== 'number') return { top };
  return { top, letter: { id: letter.id, offset: letter.offset, opened: letter.opened === true } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
