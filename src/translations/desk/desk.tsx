import type { FormState } from '../../core/http/form';
import { freshForm } from '../../core/http/form';
import { Conflict } from '../../core/errors/refusal';
import { ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Pages } from '../../ui/parts/pages';
import { Progress } from '../../ui/parts/progress';
import { Tabs } from '../../ui/parts/tabs';
import { TextState } from '../../ui/parts/text-state';
import { besidePath, deskApi, deskHistoryPath, deskPath } from '../translation-paths';
import { DeskPart, type Theirs } from './desk-part';
import { DeskSide } from './desk-side';
import { SHOWN } from './desk.schema';
import type { Counts, DeskView } from './desk.service';

interface DeskPageProps extends DeskView {
  action: string;
  refused?: FormState;
}

/** Original and translation beside each other. */
export function DeskPage({ refused, action, ...view }: DeskPageProps) {
  const { t } = useLanguage();
  const { segments, workshop } = view;
  const theirs = theirsIn(refused);
  return (
    <div class="page">
      <DeskHead {...view} />
      <div class="split split-translate">
        <Form
          action={action}
          id="desk"
          class="segments"
          state={refused ?? freshForm()}
          labels={labelsOf(view, t('translations:desk.translation'))}
          data-script="desk"
        >
          <DeskData {...view} />
          <Heads {...view} />
          {segments.map((segment) => (
            <DeskPart
              segment={segment}
              workshop={workshop}
              theirs={theirs.get(segment.id)}
              {...(refused && { refused })}
            />
          ))}
          {segments.length === 0 && <EmptyState title={t('translations:desk.none_shown')} />}
          <Lost refused={refused} theirs={theirs} view={view} />
          {segments.length > 0 && (
            <div class="row row-center">
              <Button name="act" value="save">
                {t('translations:desk.save_all')}
              </Button>
              <Pages
                pages={view.pages}
                page={view.query.page}
                path={(page) => `${deskPath(workshop.of)}?show=${view.query.show}&page=${page}`}
              />
            </div>
          )}
        </Form>
        <DeskSide {...view} />
      </div>
    </div>
  );
}

/** What somebody else has saved meanwhile, by segment. */
function theirsIn(refused: FormState | undefined): Map<string, Theirs> {
  if (!(refused?.refusal instanceof Conflict)) return new Map();
  const { segments = [] } = (refused.refusal.theirs ?? {}) as { segments?: Theirs[] };
  return new Map(segments.map((each) => [each.id, each]));
}

function labelsOf({ segments }: DeskView, word: string): Record<string, string> {
  return Object.fromEntries(segments.map(({ id, number }) => [`text.${id}`, `${word} ${number}`]));
}

/** For the script: where it asks, and the few words that it says by itself. */
function DeskData({ workshop }: DeskView) {
  const { t, locale } = useLanguage();
  const { of, text } = workshop;
  const words = {
    kept: t('translations:desk.kept', { time: '{time}' }),
    unkept: t('translations:desk.unkept'),
    saved: t('translations:desk.saved_now'),
    draft: t('ui:state.draft'),
    reviewed: t('ui:state.reviewed'),
    missing: t('ui:state.missing'),
  };
  return (
    <div
      id="desk-data"
      hidden
      data-api={deskApi(of)}
      data-locale={locale}
      data-from={text.locale}
      data-to={of.locale}
      data-words={JSON.stringify(words)}
    />
  );
}

function DeskHead({ workshop, counts, query }: DeskView) {
  const language = useLanguage();
  const { t } = language;
  const { text, kind, of } = workshop;
  const shown = SHOWN.filter((each) => each === 'all' || each === query.show || counts[each] > 0);
  return (
    <div class="title-block">
      <p class="row small soft">
        <span>{t('translations:desk.above')}</span>
        <span>{t(kind.label)}</span>
        <span>
          {language.languageName(text.locale)} » {language.languageName(of.locale)}
        </span>
      </p>
      <h1>
        <Link path={text.path} lang={text.titleLocale} class="quiet-link">
          {text.title}
        </Link>
      </h1>
      <div class="row row-center apart">
        <Measure counts={counts} />
        <div class="row row-center">
          <ButtonLink path={besidePath(of.kind, of.id, of.locale)}>
            {t('translations:desk.preview')}
          </ButtonLink>
          <ButtonLink path={deskHistoryPath(of)}>{t('translations:desk.history')}</ButtonLink>
          <Button kind="main" form="desk" name="act" value="send">
            {t('translations:desk.send')}
          </Button>
        </div>
      </div>
      <Tabs
        label={t('translations:desk.filter')}
        tabs={shown.map((each) => ({
          label: each === 'all' ? t('translations:desk.all') : t(`ui:state.${each}`),
          path: `${deskPath(of)}${each === 'all' ? '' : `?show=${each}`}`,
          current: each === query.show,
          count: counts[each],
        }))}
      />
    </div>
  );
}

const STATES = ['reviewed', 'in_review', 'draft', 'machine', 'outdated', 'missing'] as const;

function Measure({ counts }: { counts: Counts }) {
  const language = useLanguage();
  const whole = Math.max(1, counts.all);
  return (
    <div class="stack stack-tight measure-bar">
      <Progress done={counts.reviewed / whole} part={(counts.in_review + counts.draft) / whole} />
      <p class="row row-center small">
        {STATES.filter((state) => counts[state] > 0).map((state) => (
          <span class="row row-center">
            <TextState state={state} />
            <span class="num">{language.number(counts[state])}</span>
          </span>
        ))}
        <span class="soft">{language.t('translations:desk.segments', { count: counts.all })}</span>
      </p>
    </div>
  );
}

function Heads({ workshop: { text, of } }: DeskView) {
  const { t } = useLanguage();
  return (
    <div class="segment segment-head small soft" aria-hidden="true">
      <span />
      <span>
        {t('translations:desk.original')}: <span lang={text.locale}>{ownName(text.locale)}</span>
      </span>
      <span>
        {t('translations:desk.translation')}: <span lang={of.locale}>{ownName(of.locale)}</span>
      </span>
    </div>
  );
}

/** Nothing that somebody has typed disappears, also when the original has lost the part that it was for. */
function Lost({
  refused,
  theirs,
  view,
}: {
  refused: FormState | undefined;
  theirs: Map<string, Theirs>;
  view: DeskView;
}) {
  const { t } = useLanguage();
  const lang = view.workshop.of.locale;
  const gone = [...theirs.values()].filter(({ version }) => version === undefined);
  const texts = [
    ...gone.map(({ id }) => ({ id, text: refused?.values[`text.${id}`] ?? '' })),
    ...view.stray.map(({ segmentId: id, text }) => ({ id, text })),
  ].filter(({ text }) => text);
  if (texts.length === 0) return null;
  return (
    <Notice kind="amber" title={t('translations:desk.gone')}>
      {texts.map(({ text }) => (
        <p class="merge-text" lang={lang}>
          {text}
        </p>
      ))}
    </Notice>
  );
}
