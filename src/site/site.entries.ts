declare module '../core/journal/entry' {
  interface Entries {
    'contact.written': { messageId: string };
  }
}

export {};
