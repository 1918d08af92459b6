import type { Locale } from '../core/i18n/locales';

declare module '../core/journal/entry' {
  interface Entries {
    'file.uploaded': { type: string; size: number };
    'file.described': { revision: number };
    'file.translated': { locale: Locale };
    'file.removed': { type: string; size: number };
  }
}
