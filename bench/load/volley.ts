/** What the generator is told and what it tells. */

export interface Shot {
  method: 'GET' | 'POST' | 'PUT';
  /** `CLIENT_ID` in it, or in the body, becomes a new UUID each time. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** Texts that must be in the answer; looked for in one answer of `LOOK_AT`. */
  contains?: string[];
}

/** What every so manieth answer is looked at for; status and length are looked at in all. */
export const LOOK_AT = 25;

export const CLIENT_ID = 'CLIENT_ID';

export interface Volley {
  port: number;
  connections: number;
  warm: number;
  seconds: number;
  status: number;
  /** An answer with fewer bytes than this cannot be the right one. */
  least: number;
  /** Each connection takes them at random. */
  shots: Shot[];
}

export interface Hits {
  count: number;
  seconds: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Bytes of a body, on average: as sent, and unzipped. */
  bytes: number;
  whole: number;
  /** How many answers were looked at closely. */
  looked: number;
  /** What went wrong, in a few words, with how often. */
  failures: Record<string, number>;
}
