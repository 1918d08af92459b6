import type { EvidenceStanding, Relation } from './relation';

/** What a statement rests on, from the statement's side. */
interface Link {
  evidenceId: string;
  relation: Relation;
  groundKind: string;
  groundId: string;
}

declare module '../core/journal/entry' {
  interface Entries {
    'evidence.cited': Link;
    'evidence.dropped': Link;
    'evidence.confirmed': Link;
    'evidence.shaken': Link & { standing: EvidenceStanding };
    'evidence.steadied': Link;
    'source.added': Record<string, never>;
  }
}
