import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from './files';
import { identify, ps, type KnownProcess } from './processes';

/** What the server itself notes of its process (in line 1), its port (4) and its state (8). */
export function readPostmasterFile(cluster: string): { pid: number; port: number; ready: boolean } {
  const lines = readIfThere(join(cluster, 'postmaster.pid')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** The server that a killed hub has left running in this cluster. */
export function findRunning(cluster: string): KnownProcess | undefined {
  const { pid } = readPostmasterFile(cluster);
  const identity = identify(pid);
  if (identity !== undefined && isServerOf(cluster, pid)) return { pid, identity };
  // A dead server's note misleads PostgreSQL if its pid is now a zombie or (usual in containers) another
  // program. Living remains of that server are still noticed, by their shared memory.
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform !== 'linux') return ps(pid, 'comm=').includes('postgres');
  if (readIfThere(`/proc/${pid}/comm`).trim() !== 'postgres') return false;
  try {
    return statSync(`/proc/${pid}/cwd`).ino === statSync(cluster).ino;
  } catch {
    return true; // root in a container may not look; but whether our password fits will show
  }
}
