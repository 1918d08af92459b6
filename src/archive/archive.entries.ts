declare module '../core/journal/entry' {
  interface Entries {
    'archive.asked': { archiveId: string };
    'archive.made': { archiveId: string; pages: number; bytes: number };
  }
}

export {};
