import type { Page } from '@playwright/test';

/**
 * Opens the editor on the site with a repository of one file: a folder of the browser's own takes the place of the one that
 * an editor would choose on this machine.
 *
 * @param address The site's address with its trailing slash.
 * @param path Path of the file, the name of the repository first.
 */
export async function openEditor(
  page: Page,
  address: string,
  path: readonly string[],
  text: string,
): Promise<void> {
  await page.goto(`${address}admin/index.html`);
  await page.evaluate(
    async ([[repository, ...folders], contents]) => {
      const root = await navigator.storage.getDirectory();
      const top = await root.getDirectoryHandle(repository ?? '', { create: true });
      await top.getDirectoryHandle('.git', { create: true });
      const name = folders.pop() ?? '';
      let folder = top;
      for (const one of folders) folder = await folder.getDirectoryHandle(one, { create: true });
      const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await file.write(contents);
      await file.close();
      Object.assign(window, { showDirectoryPicker: () => Promise.resolve(top) });
    },
    [[...path], text] as const,
  );
  await page.getByRole('button', { name: '使用本地仓库' }).click();
}
