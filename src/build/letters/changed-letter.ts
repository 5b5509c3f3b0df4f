import { displayPath } from '../../content-files/display-path.ts';
import { errorAt, fileStart, type Finding } from '../../content-files/finding.ts';

/** Says that a letter is another one than was checked. @param path Absolute path. */
export function changedMeanwhile(path: string): Finding {
  const text = '构建期间这个文件被改动了。请等编辑保存完毕，再构建一次。';
  return errorAt(displayPath(path), fileStart, 'changed', text);
}
