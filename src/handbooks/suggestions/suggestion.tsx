import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import type { ChapterRow } from '../handbook.access';
import { chapterPath, handbookPath } from '../reading/handbook-paths';
import type { SuggestionSummary, SuggestionView } from './suggestion.schema';

interface ListProps {
  handbook: string;
  chapter: ChapterRow;
  items: SuggestionSummary[];
}

export function SuggestionList({ handbook, chapter, items }: ListProps) {
  const { t } = useLanguage();
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('handbooks:suggestion.list')} lead={t('handbooks:suggestion.lead')}>
        <p>
          <ButtonLink path={`${chapterPath(handbook, chapter.slug)}/suggestions/new`}>
            {t('handbooks:suggestion.new')}
          </ButtonLink>
        </p>
      </TitleBlock>
      {items.length === 0 && <EmptyState title={t('handbooks:suggestion.none')} />}
      <ul class="list">
        {items.map((item) => (
          <li>
            <Link path={`${handbookPath(handbook)}/suggestions/${item.id}`}>
              <Time value={item.createdAt} />
            </Link>
            <Facts of={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ of: { author, note, status } }: { of: SuggestionSummary }) {
  const { t } = useLanguage();
  return (
    <>
      <p class="row small soft">
        <span>{author ?? t('handbooks:suggestion.nobody')}</span>
        <Tag>{t(`handbooks:suggestion.status.${status}`)}</Tag>
      </p>
      {note && <p>{note}</p>}
    </>
  );
}

interface FormProps {
  chapter: ChapterRow;
  partnership: string;
  state: FormState;
}

export function SuggestionForm({ chapter, partnership, state }: FormProps) {
  const { t } = useLanguage();
  const path = chapterPath(chapter.handbook.slug, chapter.slug);
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('handbooks:suggestion.new')} lead={t('handbooks:suggestion.new_lead')} />
      <Form action={`${path}/suggestions`} state={state} id="suggestion">
        <Hidden name="revision" value={state.values['revision'] ?? String(chapter.revision)} />
        <TextArea
          name="body"
          label={t('handbooks:field.body')}
          lang={chapter.locale}
          rows={20}
          published
          editor={{ handbook: chapter.handbook.slug, partnership }}
        />
        <Field name="note" label={t('handbooks:suggestion.note')} optional />
        <div class="row">
          <Button kind="main">{t('handbooks:suggestion.send')}</Button>
          <ButtonLink path={path}>{t('ui:editor.cancel')}</ButtonLink>
        </div>
      </Form>
    </div>
  );
}

interface PageProps {
  handbook: string;
  view: SuggestionView;
  state: FormState | undefined;
}

export function SuggestionPage({ handbook, view, state = freshForm() }: PageProps) {
  const { t } = useLanguage();
  const path = `${handbookPath(handbook)}/suggestions/${view.id}`;
  const open = view.can.decide && view.changes.some(({ state: each }) => isOpen(each));
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('handbooks:suggestion.title')}>
        <p class="small">
          <Link path={chapterPath(handbook, view.chapter)} lang={view.locale}>
            {view.title}
          </Link>{' '}
          <Time value={view.createdAt} class="soft" />
        </p>
        <Facts of={view} />
      </TitleBlock>
      {open ? (
        <Form action={path} state={state} id="decisions">
          <Hidden name="revision" value={String(view.revision)} />
          <Changes view={view} deciding />
          <Button kind="main">{t('handbooks:suggestion.save')}</Button>
        </Form>
      ) : (
        <Changes view={view} />
      )}
      {view.can.withdraw && (
        <Form action={`${path}/withdraw`} id="withdraw">
          <Button kind="danger">{t('handbooks:suggestion.withdraw')}</Button>
        </Form>
      )}
    </div>
  );
}

type Change = SuggestionView['changes'][number];

/** Shapes of the marks, which are those of translations. */
const MARKS = {
  ...{ fits: 'draft', made: 'original', gone: 'outdated', accepted: 'reviewed', declined: 'missing' },
} as const;

const isOpen = (state: Change['state']): boolean => state === 'fits' || state === 'made' || state === 'gone';

function Changes({ view, deciding }: { view: SuggestionView; deciding?: boolean }) {
  const { t } = useLanguage();
  return (
    <ol class="list suggested">
      {view.changes.map((change) => (
        <li>
          <h2 class="small soft">{t('handbooks:suggestion.change', { number: change.number })}</h2>
          <p class="serif suggested-words" lang={view.locale}>
            {change.before}
            {change.removed && <del>{change.removed}</del>}
            {change.added && <ins>{change.added}</ins>}
            {change.after}
          </p>
          {deciding && isOpen(change.state) ? <Choice change={change} /> : null}
          {change.state !== 'fits' && (
            <p class="small">
              <span class={`state state-${MARKS[change.state]}`}>
                {t(`handbooks:suggestion.state.${change.state}`)}
              </span>{' '}
              {change.by && <span class="soft">{change.by}</span>}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Choice({ change: { number, state } }: { change: Change }) {
  const { t } = useLanguage();
  const offered =
    state === 'fits' ? (['accept', 'decline', 'later'] as const) : (['decline', 'later'] as const);
  return (
    <Radios
      name={`change.${number}`}
      label={t('handbooks:suggestion.decide', { number })}
      usual="later"
      across
      options={offered.map((value) => ({ value, label: t(`handbooks:suggestion.${value}`) }))}
    />
  );
}
