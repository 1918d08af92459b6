declare module '../../core/journal/entry' {
  interface Entries {
    'chapter.commented': { handbookId: string; commentId: string };
  }
}

export {};
