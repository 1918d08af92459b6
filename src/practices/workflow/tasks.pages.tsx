import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { ListRow } from '../../ui/parts/list-row';
import { TitleBlock } from '../../ui/parts/title-block';
import { casePath, editPath, judgePath, NEW_PRACTICE } from '../form/case-paths';
import { PRACTICES } from '../practice-paths';
import { words } from '../practice-words';
import { Practices } from '../practices.service';
import { PracticeTasks, type PracticeTask, type TaskKind } from './tasks.service';

/** What waits for the reader. */
@SignedIn()
@Controller(':locale/practices/tasks')
export class PracticeTasksPages {
  constructor(
    private readonly tasks: PracticeTasks,
    private readonly practices: Practices,
  ) {}

  @Get()
  async show(@CurrentReader() { actor, language }: Reader) {
    const [tasks, choices] = await Promise.all([this.tasks.of(actor), this.practices.choices(actor)]);
    return page({
      title: language.t('practices:tasks.title'),
      section: 'practices',
      crumbs: [{ label: language.t('practices:list.title'), path: PRACTICES }],
      body: <TasksPage tasks={tasks} begins={choices.length > 0} />,
      hidden: true,
    });
  }
}

const WHERE: Record<TaskKind, (slug: string) => string> = {
  ...{ write: editPath, check: casePath, find: casePath, answer: judgePath },
  ...{ judge: judgePath, edit: casePath, publish: casePath, renew: casePath },
};

function TasksPage({ tasks, begins }: { tasks: PracticeTask[]; begins: boolean }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div class="page">
      <TitleBlock title={t('practices:tasks.title')} lead={t('practices:tasks.lead')}>
        {begins && (
          <p>
            <ButtonLink path={NEW_PRACTICE}>{t('practices:new.title')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      {tasks.length === 0 && (
        <EmptyState title={t('practices:tasks.none')}>{t('practices:tasks.none_words')}</EmptyState>
      )}
      <ul class="list">
        {tasks.map(({ kind, slug, title, locale, state, since }) => (
          <ListRow
            path={WHERE[kind](slug)}
            title={title}
            lang={locale}
            heading="h2"
            marks={<b>{t(`practices:task.${kind}`)}</b>}
            facts={
              <>
                <span>{t(words.state(state))}</span>
                <span>{t('practices:case.since', { date: language.date(since) })}</span>
              </>
            }
          />
        ))}
      </ul>
    </div>
  );
}
