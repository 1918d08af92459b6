import { readFileSync, readdirSync } from 'node:fs';
import { Client } from 'pg';

/** What has been used since the processes began. Times in milliseconds of CPU. */
export interface Counters {
  web: number[];
  postgres: number;
  clients: number;
  statements: number;
  /** Milliseconds that PostgreSQL was busy with statements, waiting for the disk and for locks included. */
  statementTime: number;
  redisMessages: number;
  redisIn: number;
  redisOut: number;
}

/** Linux counts CPU in hundredths of a second. */
const TICK = 10;

const words = (pid: number): string[] => {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
};

/** Of the process itself; with `ended`, also of its children that have ended. */
export function cpuOf(pid: number, ended = false): number {
  const found = words(pid);
  const fields = ended ? [11, 12, 13, 14] : [11, 12];
  return fields.reduce((sum, field) => sum + Number(found[field]), 0) * TICK;
}

/** A process and all that it has started. */
export function cpuOfFamily(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return children.reduce((sum, child) => sum + cpuOfChild(pid, Number(child)), cpuOf(pid, true));
}

function cpuOfChild(parent: number, child: number): number {
  try {
    return Number(words(child)[1]) === parent ? cpuOf(child) : 0;
  } catch {
    return 0; // it has ended meanwhile, and its parent knows its time
  }
}

/** Megabytes that a process has in memory. */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

/** Needs `pg_stat_statements`. Statements that begin and end transactions count too. */
export async function statementsOf(database: Client): Promise<{ calls: number; time: number }> {
  const { rows } = await database.query<{ calls: number; time: number }>(
    `select sum(calls)::float8 as calls, sum(total_exec_time)::float8 as time from pg_stat_statements
     where query not like '%pg_stat_statements%' and not query like 'select%graphile%'`,
  );
  return rows[0]!;
}
