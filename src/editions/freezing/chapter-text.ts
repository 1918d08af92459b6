import { type RenderedText, rendered } from '../../core/database/rendered';
import type { DocumentBody } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parse';
import type { Locale } from '../../core/i18n/locales';
import type { TranslatableEntity, TranslationEntity } from '../../core/database/translation';
import type { Chapter, ChapterTranslation } from '../../handbooks/chapter.entity';
import type { MachineChoice } from '../edition';

/** The words of a chapter as they are printed in one language. */
export interface ChapterText {
  title: RenderedText;
  lead: RenderedText | null;
  body: RenderedText | null;
  /** The longest of them: what is said of the chapter is said of this. */
  told: RenderedText;
  tree: DocumentBody;
}

const NOTHING: DocumentBody = { blocks: [], footnotes: [] };

export function chapterText(chapter: Chapter, locale: Locale, machine: MachineChoice): ChapterText {
  const row = printable<Chapter, ChapterTranslation>(chapter, machine);
  const title = rendered(row, (each) => each.title, [locale])!;
  const lead = rendered(row, (each) => each.lead, [locale]);
  const body = rendered(row, (each) => each.body, [locale]);
  return { title, lead, body, told: body ?? title, tree: body ? parseDocument(body.text) : NOTHING };
}

/** Without what a machine has made, unless that is wanted. */
export function printable<Source extends TranslatableEntity, Translation extends TranslationEntity>(
  row: Source & { translations?: Translation[] },
  machine: MachineChoice,
): Source & { translations?: Translation[] } {
  const translations = (row.translations ?? []).filter(
    ({ status }) => machine === 'marked' || status !== 'machine',
  );
  return { ...row, translations };
}
