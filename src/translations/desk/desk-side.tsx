import { useLanguage } from '../../ui/language';
import type { DeskView } from './desk.service';

const KEYS = [
  { keys: 'Ctrl+Enter', words: 'translations:keys.save' },
  { keys: 'Ctrl+Shift+Enter', words: 'translations:keys.review' },
  { keys: 'Alt+↓', words: 'translations:keys.next' },
  { keys: 'Alt+↑', words: 'translations:keys.previous' },
] as const;

/** Beside the segments: how to work without the mouse. */
export function DeskSide({ workshop }: DeskView & { total: number }) {
  const { t } = useLanguage();
  return (
    <aside class="stack stack-wide" aria-label={t('translations:desk.beside')}>
      <div class="sticky stack stack-wide">
        <div class="stack stack-tight desk-keys" data-keys hidden>
          <h2>{t('translations:keys.title')}</h2>
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
      </div>
    </aside>
  );
}
