import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { conceptPath, GLOSSARY } from '../../glossary/reading/concept-paths';
import type { WorkTerm } from '../checks/term-checks.service';
import { exchangePath } from '../exchange/exchange-paths';
import { OpenWordings } from '../notes/wordings';
import { TaskForm } from '../worklist/task-form';
import type { DeskView } from './desk.service';

const KEYS = [
  { keys: 'Ctrl+Enter', words: 'translations:keys.save' },
  { keys: 'Ctrl+Shift+Enter', words: 'translations:keys.review' },
  { keys: 'Alt+↓', words: 'translations:keys.next' },
  { keys: 'Alt+↑', words: 'translations:keys.previous' },
] as const;

/** Beside the segments: what readers say, who does it, and how to work without the mouse. */
export function DeskSide({ workshop, segments, notes, task, translators }: DeskView) {
  const { t } = useLanguage();
  return (
    <aside class="stack stack-wide" aria-label={t('translations:desk.beside')}>
      <SideTerms segments={segments} workshop={workshop} />
      <OpenWordings notes={notes} />
      {workshop.can.assign && <TaskForm of={workshop.of} task={task} translators={translators} />}
      <p class="small">
        <Link path={exchangePath(workshop.of)}>{t('translations:exchange.title')}</Link>
      </p>
      <div class="sticky stack stack-tight desk-keys" data-keys hidden>
        <SectionHead id="keys-title" title={t('translations:keys.title')} flush />
        <dl class="facts facts-stacked small">
          {KEYS.filter(({ words }) => words !== 'translations:keys.review' || workshop.can.review).map(
            ({ keys, words }) => (
              <div>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{t(words)}</dd>
              </div>
            ),
          )}
        </dl>
        <p class="small soft" role="status" data-kept />
      </div>
    </aside>
  );
}

/** The terms of the segments, with what the termbase says for them; the script shows those of the present one. */
function SideTerms({ segments, workshop: { text, of } }: Pick<DeskView, 'segments' | 'workshop'>) {
  const { t } = useLanguage();
  const places = new Map<string, string[]>();
  const terms = new Map<string, WorkTerm>();
  for (const { id, terms: own } of segments)
    for (const term of own.terms) {
      terms.set(term.conceptId, term);
      places.set(term.conceptId, [...(places.get(term.conceptId) ?? []), id]);
    }
  if (terms.size === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="terms-title">
      <SectionHead id="terms-title" title={t('translations:terms.title')} flush />
      <ul class="list list-close desk-terms">
        {[...terms.values()].map(({ conceptId, slug, source, preferred, accepted, forbidden }) => (
          <li data-terms-of={places.get(conceptId)?.join(' ')}>
            <b lang={text.locale}>
              <Link path={conceptPath(slug)}>{source}</Link>
            </b>
            <span lang={preferred && of.locale}>{preferred ?? t('translations:terms.none')}</span>
            {accepted.length > 0 && (
              <span class="small soft" lang={of.locale}>
                {accepted.join(' · ')}
              </span>
            )}
            {forbidden.length > 0 && (
              <span class="small soft">
                {t('translations:terms.not')} <s lang={of.locale}>{forbidden.join(', ')}</s>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="small">
        <Link path={GLOSSARY}>{t('translations:terms.all')}</Link>
      </p>
    </section>
  );
}
