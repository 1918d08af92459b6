import { useLanguage } from '../../ui/language';
import { SectionHead } from '../../ui/parts/section-head';
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
export function DeskSide({ workshop, notes, task, translators }: DeskView) {
  const { t } = useLanguage();
  return (
    <aside class="stack stack-wide" aria-label={t('translations:desk.beside')}>
      <OpenWordings notes={notes} />
      {workshop.can.assign && <TaskForm of={workshop.of} task={task} translators={translators} />}
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
