import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Identifies a process to others, even after its death, by id, start and machine. Ids are
 * reused, so that one alone would make a killed process appear alive.
 */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks since the machine started; 0 where the system does not say. */
  start: number;
  machine: string;
}

/** Makes a unique name for a file that identifies this process. */
export function ownToken(): string {
  const start = startOf(process.pid)?.start ?? 0;
  return `${process.pid}-${start}-${machineName()}-${randomBytes(4).toString('hex')}`;
}

/** Reads the process from a name made by {@link ownToken}; undefined for any other name. */
export function ownerOf(token: string): ProcessIdentity | undefined {
  const [, pid, start, machine] = /^(\d{1,10})-(\d{1,15})-([\w.]+)-[0-9a-f]{8}$/.exec(token) ?? [];
  return machine === undefined ? undefined : { pid: Number(pid), start: Number(start), machine };
}

/** Whether the process runs on this machine, which can then know if it is alive. */
export function isLocal({ machine }: ProcessIdentity): boolean {
  return machine === machineName();
}

/** Whether a process may be alive. One of another machine always may. */
export function mayBeAlive(identity: ProcessIdentity): boolean {
  if (!isLocal(identity)) return true;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it is alive and belongs to another user.
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
    // The name, in parentheses, may contain anything. After it come the fields from the third on: the state
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
