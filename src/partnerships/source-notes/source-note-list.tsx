import { useLanguage } from '../../ui/language';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import type { PartnershipView } from '../partnership.schema';

/** What is known to be wrong in the source, and how it is shown: nothing is smoothed over. */
export function SourceNoteList({ notes }: { notes: PartnershipView['sourceNotes'] }) {
  const { t } = useLanguage();
  if (notes.length === 0) return null;
  return (
    <section class="section" aria-labelledby="source-notes">
      <SectionHead id="source-notes" title={t('partnerships:notes.title')}>
        <span class="small soft">{t('partnerships:notes.lead')}</span>
      </SectionHead>
      <ol class="numbered">
        {notes.map(({ id, number, issue, treatment }) => (
          <li>
            <span class="ordinal num">{number}</span>
            <p class="said" lang={issue.locale}>
              {issue.text}
            </p>
            <p>
              <span class="small soft">{t('partnerships:notes.treatment')}: </span>
              <span lang={treatment.locale}>{treatment.text}</span>
            </p>
            <p>
              <Standing of={issue} text={{ kind: 'source_note', id }} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
