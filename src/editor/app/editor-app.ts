import { init, registerCustomFormat, type CmsConfig } from '@sveltia/cms';
import { checkLetterText } from '../../check/text-rules.ts';
import { requireElement } from '../../client/elements.ts';
import { letterFormat, shownFields } from '../editor-config.ts';
import { readForEditor, writeFromEditor, type EditedFile } from '../letter-fields.ts';

/** Writes a letter that breaks no rule. Sveltia CMS shows the cause of an error of this name. */
async function writeChecked(edited: EditedFile): Promise<string> {
  try {
    const text = writeFromEditor(edited, shownFields);
    const errors = (await checkLetterText(text)).filter(({ level }) => level === 'error');
    if (errors.length === 0) return text;
    throw new Error(errors.map((error) => `第 ${error.line} 行：${error.text}`).join('\n'));
  } catch (cause) {
    throw new Error('saving_failed', { cause });
  }
}

// A page opened as a file has no origin, so it can ask no repository.
if (location.protocol !== 'file:') {
  requireElement(document, '#notice', HTMLElement).remove();
  const written = requireElement(document, '#editor-config', HTMLScriptElement).textContent;
  const config = JSON.parse(written) as CmsConfig;
  registerCustomFormat(letterFormat, 'md', { fromFile: readForEditor, toFile: writeChecked });
  void init({ config: { ...config, logo: { src: new URL('../favicon.svg', location.href).href } } });
}
