import { constants } from 'node:os';

const causes: Record<string, string> = {
  EACCES: '没有权限。请检查该文件夹的权限，或另选一个文件夹',
  EPERM: '没有权限。请检查该文件夹的权限，或另选一个文件夹',
  EROFS: '所在的磁盘是只读的。请另选一个文件夹',
  ENOSPC: '磁盘已满。请腾出空间后再试',
  EDQUOT: '磁盘配额已用完。请腾出空间后再试',
  EIO: '磁盘读写出错。请检查磁盘，或另选一个文件夹',
  ENOTDIR: '路径中有一个是文件，不是文件夹。请移走该文件',
  EEXIST: '路径中有一个是文件，不是文件夹。请移走该文件',
  // What Node reports for a recursive mkdir on a read-only disk.
  MKDIR: '无法新建文件夹。请检查磁盘是否只读、有没有权限，或另选一个文件夹',
  EBUSY: '正被占用（例如它是挂载点）。请另选一个文件夹，例如其中的下级文件夹',
  EXDEV: '跨越了两个磁盘（例如其中有挂载点）。请另选一个文件夹',
  ELOOP: '那里是符号链接，会写到别处。请换成文件夹或文件本身',
  EISDIR: '那里已有同名的文件夹。请移走该文件夹',
  ENAMETOOLONG: '路径太长。请缩短文件名，或另选一个文件夹',
  EMFILE: '打开的文件过多。请调高系统的限制后再试',
};

/** Whether an error comes from the disk rather than a bug, so that the user can do something about it. */
export function isStorageFault(error: unknown): boolean {
  return faultOf(error) !== undefined;
}

/**
 * Describes in Chinese what is wrong with a file or folder and what to do.
 *
 * @param error An error of `node:fs`, or one caused by such an error.
 * @param folder What was being written: the error of a disk that fills up within a file names no path.
 */
export function describeStorageFault(error: unknown, folder = ''): string {
  const { code = String(error), path = folder, dest = path } = faultOf(error) ?? (error as Fault);
  return `写不了${dest === '' ? '' : ` ${dest}`}：${causes[code] ?? `系统报告 ${code}`}。`;
}

interface Fault {
  code?: string;
  syscall?: string;
  path?: string;
  /** The target of a rename or copy, which is what cannot be written. */
  dest?: string;
}

/** The error of the disk among the causes of an error; libraries wrap it. */
function faultOf(error: unknown): Fault | undefined {
  for (let depth = 0, current = error; depth < 5 && current instanceof Error; depth += 1) {
    const fault = 'code' in current ? (current as Fault) : nativeFault(current.message);
    if (fault.code === 'ENOENT' && fault.syscall === 'mkdir')
      return { code: 'MKDIR', ...(fault.path !== undefined && { path: fault.path }) };
    if (fault.code !== undefined && fault.code in causes) return fault;
    current = current.cause;
  }
  return undefined;
}

/** Rolldown is written in Rust, whose errors are texts: `… (os error 28)`. */
function nativeFault(message: string): Fault {
  const number = Number(/\(os error (\d+)\)/.exec(message)?.[1] ?? 0);
  const [code] = Object.entries(constants.errno).find(([, value]) => value === number) ?? [];
  const [, path] = /in (\/\S.*)$/m.exec(message) ?? [];
  return { ...(code !== undefined && { code }), ...(path !== undefined && { path }) };
}
