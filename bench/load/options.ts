import { parseArgs } from 'node:util';

export const WORKS = [
  'limits',
  'thread',
  'threadFresh',
  'threadSignedIn',
  'longThread',
  'list',
  'listSignedIn',
  'json',
  'reply',
  'room',
  'reaction',
  'readers',
  'start',
  'memory',
] as const;
export type Work = (typeof WORKS)[number];
/** Works that are several, which can also be asked for one by one. */
const GROUPS: Partial<Record<Work, readonly Work[]>> = {
  thread: ['threadFresh', 'threadSignedIn', 'longThread'],
  list: ['listSignedIn'],
};

export interface Options {
  only: readonly Work[];
  /** How long each work is measured, after as many for warming up as `warm`. */
  seconds: number;
  warm: number;
  posts: number;
  /** A folder whose seeded database is used again; made and seeded where it is missing. */
  data?: string;
  /** A file for the figures. */
  json?: string;
  /** A folder for a profile of the web process, as V8 writes it. */
  profile?: string;
}

export function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { only: text, seconds: text, warm: text, posts: text, data: text, json: text, profile: text },
  });
  const number = (given: string | undefined, otherwise: number) => {
    const value = Number(given ?? otherwise);
    if (!Number.isInteger(value) || value < 1) throw new Error(`Not a whole number above 0: ${given}`);
    return value;
  };
  const only = values.only?.split(',') ?? WORKS;
  const strange = only.find((name) => !WORKS.includes(name as Work));
  if (strange !== undefined) throw new Error(`No work is called ${strange}. There are: ${WORKS.join(', ')}`);
  return {
    only: (only as Work[]).flatMap((work) => [work, ...(GROUPS[work] ?? [])]),
    seconds: number(values.seconds, 10),
    warm: number(values.warm, 4),
    posts: number(values.posts, 30_759),
    ...(values.data && { data: values.data }),
    ...(values.json && { json: values.json }),
    ...(values.profile && { profile: values.profile }),
  };
}
