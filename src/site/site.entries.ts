declare module '../core/journal/journal' {
  interface Entries {
    'contact.written': { messageId: string };
  }
}

export {};
