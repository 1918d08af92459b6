import type { Locale } from '../core/i18n/locales';
import type { HandbookKind } from './handbook.entity';

interface OfChapter {
  handbookId: string;
}

declare module '../core/journal/entry' {
  interface Entries {
    'handbook.created': { kind: HandbookKind };
    'handbook.edited': { revision: number };
    'handbook.translated': { locale: Locale };
    'handbook.published': Record<string, never>;
    'handbook.unpublished': Record<string, never>;
    'chapter.added': OfChapter;
    'chapter.edited': OfChapter & { revision: number };
    'chapter.translated': OfChapter & { locale: Locale };
    'chapter.moved': OfChapter & { parentId: string | null; position: number };
    'chapter.published': OfChapter;
    'chapter.withdrawn': OfChapter;
    'chapter.discussed': OfChapter & { threadId: string };
  }
}
