declare module '../core/journal/entry' {
  interface Entries {
    'contact.written': { messageId: string };
    'wrong_words.reported': { locale: string };
    'wrong_words.mended': Record<string, never>;
    'wrong_words.reopened': Record<string, never>;
  }
}

export {};
