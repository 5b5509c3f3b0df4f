import { expect, test } from 'vitest';
import { sortReceived } from './received-files.ts';

const file = (path: string): File => {
  const made = new File([path], path.slice(path.lastIndexOf('/') + 1));
  Object.defineProperty(made, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
  return made;
};

test('files that were saved with a page belong to it, all others are letters', async () => {
  const paths = ['收文/答复.html', '收文/答复_files/图1.png', '收文/答复_files/a/b.css', '收文/另一件.txt'];
  const letters = await sortReceived(paths.map(file));
  expect(letters.map(({ name, saved }) => [name, [...saved.keys()]])).toEqual([
    ['答复.html', ['答复_files/图1.png', '答复_files/a/b.css']],
    ['另一件.txt', []],
  ]);
});

test('a folder is found in any letter case; files whose names begin with a dot are no letters', async () => {
  const letters = await sortReceived(['x/A.HTM', 'x/a.FILES/p.png', 'x/.DS_Store'].map(file));
  expect(letters.map(({ name, saved }) => [name, saved.size])).toEqual([['A.HTM', 1]]);
});

test('a file next to the page is not taken for one of its own', async () => {
  const letters = await sortReceived(['x/a.html', 'x/a_files.txt', 'x/b_files/p.txt'].map(file));
  expect(letters.map(({ name }) => name)).toEqual(['a.html', 'a_files.txt', 'p.txt']);
});
