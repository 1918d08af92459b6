import type { StructureEntry } from './structure.service';

/** As it is called in lists: its number and its heading. */
export const titleOf = ({ number, chapter: { title } }: StructureEntry): string =>
  [number, title].filter(Boolean).join(' ');
