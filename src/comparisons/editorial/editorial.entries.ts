declare module '../../core/journal/entry' {
  interface Entries {
    'synthesis.edited': { revision: number };
    'country_profile.edited': { revision: number };
  }
}

export {};
