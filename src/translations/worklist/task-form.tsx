import { freshForm } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { SectionHead } from '../../ui/parts/section-head';
import { Time } from '../../ui/parts/time';
import type { TranslationOf } from '../segment-store';
import { deskPath } from '../translation-paths';
import type { Task, Translator } from './tasks.service';

interface TaskFormProps {
  of: TranslationOf;
  task: Task | undefined;
  translators: Translator[];
}

/** Who translates it, and until when. */
export function TaskForm({ of, task, translators }: TaskFormProps) {
  const { t } = useLanguage();
  const state = freshForm({ personId: task?.personId ?? '', dueOn: task?.dueOn ?? '' });
  return (
    <section class="stack stack-tight" aria-labelledby="task-title">
      <SectionHead id="task-title" title={t('translations:task.title')} flush />
      {(task?.name || task?.dueOn) && (
        <p class="small dots">
          {task.name && <span>{task.name}</span>}
          {task.dueOn && <Time value={task.dueOn} as="calendar" />}
        </p>
      )}
      <details>
        <summary class="small">{t('translations:task.change')}</summary>
        <Form action={`${deskPath(of)}/task`} id="task" state={state}>
          <Choice
            name="personId"
            label={t('translations:task.who')}
            empty={t('translations:task.nobody')}
            options={translators.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field name="dueOn" type="date" label={t('translations:task.due')} optional width="short" />
          <div>
            <Button small>{t('translations:task.save')}</Button>
          </div>
        </Form>
      </details>
    </section>
  );
}
