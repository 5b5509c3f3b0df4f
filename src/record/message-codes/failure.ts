import type { CodeDescription } from './description.ts';

/** Codes of errors that have nothing to do with the received file. */
export const failureCodes = {
  unwritable: {
    level: 'error',
    meaning: '内容文件夹不能写入。',
    advice: '检查磁盘空间和权限后重试；没有写入任何文件。',
  },
  'worker-failed': {
    level: 'error',
    meaning: '工作机没有读成这个文件，没有写入任何文件。',
    advice: '按提示再运行一次，或去掉 --queue 单独转换。',
  },
  'values-table': {
    level: 'error',
    meaning: '--values 的表格有误，没有转换任何文件。',
    advice: '按提示的行和列改正表格，再运行一次。',
  },
  'process-ended': {
    level: 'error',
    meaning: '转换这个文件的进程意外结束，可能是内存不足；没有写入任何文件，其他文件不受影响。',
    advice: '关闭别的程序，再单独转换它。',
  },
  'internal-error': {
    level: 'error',
    meaning: '转换程序出错，没有写入任何文件。',
    advice: '把原件和错误信息报告给维护者。',
  },
} as const satisfies Record<string, CodeDescription>;
