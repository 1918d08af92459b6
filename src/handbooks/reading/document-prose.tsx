import { renderToString } from 'preact-render-to-string';
import type { DocumentBody, Reference } from '../../core/documents/document';
import { documentHtml, type DocumentWords, type FigureFacts } from '../../core/documents/html';
import type { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { ReadingContext, useHref, useReading } from '../../ui/language';
import { Prose } from '../../ui/parts/prose';
import { useTermMarks } from '../../ui/terms';
import { IncludedThing } from './included';
import { keyOf, type Included } from './included.service';

/** Where a reference leads, and what it is called when it has no words of its own. */
export interface ReferenceFacts {
  path: string;
  label: string;
}

/** What the texts of a page refer to, found before they are drawn. */
export interface Surroundings {
  reference(to: Reference, of: string): ReferenceFacts | undefined;
  figures: ReadonlyMap<string, FigureFacts>;
  included: ReadonlyMap<string, Included>;
}

interface DocumentProseProps {
  body: DocumentBody;
  lang: Locale;
  around: Surroundings;
  /** Distinguishes the anchors of a text that does not stand alone on its page. */
  prefix?: string;
  firstHeading?: number;
}

/** A published text: with its figures, notes and boxes, and the words of the field marked. */
export function DocumentProse({ body, lang, around, prefix = '', firstHeading = 2 }: DocumentProseProps) {
  const reading = useReading();
  const href = useHref();
  const mark = useTermMarks();
  const html = documentHtml(body, {
    ...{ prefix, firstHeading, words: documentWords(reading.language) },
    reference: (to, of) => {
      const found = around.reference(to, of);
      return found && { href: href(found.path), label: found.label };
    },
    figure: (file) => around.figures.get(file),
    inclusion: (block) => {
      const found = around.included.get(keyOf(block));
      return (
        found &&
        renderToString(
          <ReadingContext.Provider value={reading}>
            <IncludedThing of={found} />
          </ReadingContext.Provider>,
        )
      );
    },
    address: (address) => address,
  });
  return <Prose kind="published" lang={lang} html={mark(html, lang)} />;
}

/** What a text says in the language of the page without anybody having written it. */
export const documentWords = ({ t }: Language): DocumentWords => ({
  gone: t('handbooks:reading.gone'),
  tones: {
    key: t('handbooks:reading.tones.key'),
    example: t('handbooks:reading.tones.example'),
    caution: t('handbooks:reading.tones.caution'),
  },
  footnotes: t('handbooks:reading.footnotes'),
  footnote: (number) => t('handbooks:reading.footnote', { number }),
  back: (number) => t('handbooks:reading.back', { number }),
  table: t('handbooks:reading.table'),
});
