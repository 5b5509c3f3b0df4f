import { formatCount, requireElement, setText } from '../../elements.ts';

/** The sheet that holds the filters on a narrow screen. */
export interface FilterSheet {
  isOpen: () => boolean;
  close: () => void;
  /** Says on its button how many letters there are to see. */
  showCount: (letters: number) => void;
}

export interface FilterSheetOptions {
  /** Called once the sheet is open, and once it is closed. */
  opened: () => void;
  closed: () => void;
  /** Called when the visitor wants to see the results. */
  showResults: () => void;
}

/**
 * Opens the filters in a dialog, which keeps the focus and closes by Escape, where they are not beside the results.
 *
 * @param page The page's element.
 */
export function connectFilterSheet(
  page: HTMLElement,
  { opened, closed, showResults }: FilterSheetOptions,
): FilterSheet {
  const sheet = requireElement(page, '[data-sheet]', HTMLDialogElement);
  const body = requireElement(sheet, '[data-sheet-body]', HTMLElement);
  const show = requireElement(sheet, '[data-sheet-show]', HTMLButtonElement);
  const toggle = requireElement(page, '[data-filters-toggle]', HTMLButtonElement);
  const panel = requireElement(page, '[data-filters-panel]', HTMLElement);
  const beside = panel.parentElement;

  const close = () => {
    sheet.close();
  };
  toggle.addEventListener('click', () => {
    body.append(panel);
    sheet.showModal();
    toggle.setAttribute('aria-expanded', 'true');
    opened();
  });
  sheet.addEventListener('close', () => {
    beside?.append(panel);
    toggle.setAttribute('aria-expanded', 'false');
    closed();
  });
  requireElement(sheet, '[data-sheet-close]', HTMLButtonElement).addEventListener('click', close);
  show.addEventListener('click', () => {
    close();
    showResults();
  });
  // What is beside the sheet is a part of the dialog: its backdrop.
  sheet.addEventListener('click', ({ target }) => {
    if (target === sheet) close();
  });
  // Turned, or in a wider window, the screen has room for the filters beside the results.
  window.addEventListener('resize', () => {
    if (sheet.open && toggle.offsetParent === null) close();
  });
  return {
    isOpen: () => sheet.open,
    close,
    showCount(letters) {
      setText(show, `查看 ${formatCount(letters)} 件`);
    },
  };
}
