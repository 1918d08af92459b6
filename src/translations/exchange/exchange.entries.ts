declare module '../../core/journal/entry' {
  interface Entries {
    /** A file was taken over; what it changed is told by the entries of the texts. */
    'import.performed': { kind: 'translations' | 'memory' | 'terms'; count: number };
  }
}
