import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Names a process for other processes, also after it died: its id, when it started and its machine. Ids are
 * reused, so that one alone would make a killed process appear alive.
 */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks since the machine started; 0 where the system does not say. */
  start: number;
  machine: string;
}

/** A name for a file that nobody else gives, and that says which process gave it. */
export function ownToken(): string {
  const start = startOf(process.pid)?.start ?? 0;
  return `${process.pid}-${start}-${machineName()}-${randomBytes(4).toString('hex')}`;
}

/** The process that gave a name, from {@link ownToken}; undefined when it is another name. */
export function ownerOf(token: string): ProcessIdentity | undefined {
  const [, pid, start, machine] = /^(\d{1,10})-(\d{1,15})-([\w.]+)-[0-9a-f]{8}$/.exec(token) ?? [];
  return machine === undefined ? undefined : { pid: Number(pid), start: Number(start), machine };
}

/** Whether this machine can know if the process is alive. */
export function isLocal({ machine }: ProcessIdentity): boolean {
  return machine === machineName();
}

/** Whether a process may be alive. One of another machine may, for nobody here can know. */
export function mayBeAlive(identity: ProcessIdentity): boolean {
  if (!isLocal(identity)) return true;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it is alive and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const found = startOf(identity.pid);
  if (found === undefined || identity.start === 0) return true;
  return found.start === identity.start && !found.ended;
}

/** When a process started, from Linux's proc_pid_stat(5); undefined elsewhere. */
function startOf(pid: number): { start: number; ended: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, in parentheses, may hold anything. Behind it are the fields from the third on: the state
    // first, the start as the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { start: Number(fields[19]), ended: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return undefined;
  }
}

function machineName(): string {
  return hostname().replaceAll(/[^\w.]/g, '_') || 'unnamed';
}
