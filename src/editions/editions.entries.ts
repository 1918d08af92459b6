import type { Locale } from '../core/i18n/locales';
import type { Format } from './building/format';

declare module '../core/journal/entry' {
  interface Entries {
    'edition.frozen': { handbookId: string; locale: Locale; number: number };
    'edition_file.asked': { format: Format };
    'edition_file.made': { format: Format; bytes: number };
  }
}
