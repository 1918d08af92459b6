declare module '../../core/journal/entry' {
  interface Entries {
    'chapter.suggested': { handbookId: string; suggestionId: string };
    'chapter.suggestion_decided': {
      handbookId: string;
      suggestionId: string;
      accepted: number;
      declined: number;
    };
  }
}

export {};
