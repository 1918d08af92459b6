import type { Delivered } from './readers';
import type { Hits } from './volley';
import type { Worked } from './works';

/** What one run has measured; what was left out is missing. */
export interface Figures {
  /** Bare servers and the bare database. */
  raw?: Worked;
  nest?: Worked;
  select?: Hits;
  commit?: Hits;
  counter?: Hits;
  bareReaders?: Delivered;
  /** The hub. */
  thread?: Worked;
  threadFresh?: Worked;
  threadSignedIn?: Worked;
  longThread?: Worked;
  list?: Worked;
  listSignedIn?: Worked;
  json?: Worked;
  reply?: Worked;
  room?: Worked;
  reaction?: Worked;
  visitors?: Delivered;
  members?: Delivered;
  /** Seconds. */
  startExternal?: number;
  startEmbedded?: number;
  /** Megabytes. */
  memoryIdle?: number;
  memoryPeak?: number;
}

/**
 * NodeBB v4.10.3 on PostgreSQL 15 with the same amount of posts, on such a machine: the better end of what was
 * measured, and the limits of that machine.
 */
export const PEER = {
  limits: { raw: 48_100, nest: 4300, select: 8400, commit: 15_050 },
  thread: 66,
  list: 70,
  json: 120,
  reply: 27,
  readers: { p50: 40, p99: 86 },
  start: 1.9,
  memory: { idle: 150, peak: 290 },
};
