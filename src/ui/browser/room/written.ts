export interface Written {
  body: string;
  locale: string;
  title?: string;
  replyTo: { id: string; number: number; author: string } | null;
}

/** As the hub keeps it, and by which of its states. 0: none. */
export type KeptDraft = Written & { revision: number };

/** As this device keeps it: what it goes on from, and whether the hub has not got it yet. */
export type LocalDraft = Written & { unsaved?: boolean; revision?: number };
