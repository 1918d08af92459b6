import { machineOf } from '../../core/texts/origin';
import type { Key } from '../../core/i18n/keys';
import { ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Progress } from '../../ui/parts/progress';
import { SectionHead } from '../../ui/parts/section-head';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { DEFECTS } from './marked/piece';
import type { MachineView } from './machine-overview.service';
import { TASK_STATES } from './machine-tasks.service';
import { isScarce, shareOf } from './machine-usage.service';

const ROOMS: Record<MachineView['rooms'], Key> = {
  public: 'translations:machine.rooms_public',
  members: 'translations:machine.rooms_members',
  all: 'translations:machine.rooms_all',
};

const KNOWN = new Set<string>([...DEFECTS, 'provider', 'no_answer']);
const reasonOf = (reason: string): Key =>
  `translations:machine.reason_${(KNOWN.has(reason) ? reason : 'unknown') as 'unknown'}`;

/** What machines do here, for those who are responsible for it. */
export function MachinePage({ machine }: { machine: MachineView | undefined }) {
  const { t } = useLanguage();
  if (!machine)
    return (
      <div class="page">
        <TitleBlock title={t('translations:machine.title')} lead={t('translations:machine.off')} />
        <p>{t('translations:machine.off_how')}</p>
      </div>
    );
  return (
    <div class="page">
      <TitleBlock title={t('translations:machine.title')} lead={t('translations:machine.lead')} />
      <div class="section stack">
        <Budget {...machine} />
        <Facts
          facts={[
            { label: t('translations:machine.provider'), value: machineOf(`machine:${machine.provider}`) },
            { label: t('translations:machine.address'), value: machine.host },
            { label: t('translations:machine.rooms'), value: t(ROOMS[machine.rooms]) },
            { label: t('translations:machine.health'), value: <Condition {...machine} /> },
            { label: t('translations:machine.characters'), value: <Characters {...machine} /> },
          ]}
        />
      </div>
      <States {...machine} />
      <Refused {...machine} />
      <Newest {...machine} />
    </div>
  );
}

function Budget({ used, budget, health }: MachineView) {
  const { t } = useLanguage();
  const paused = health?.pausedUntil != null && health.pausedUntil.getTime() > Date.now();
  if (paused && health.reason === 'budget')
    return <Notice kind="red">{t('translations:machine.spent')}</Notice>;
  if (!isScarce(shareOf(used, budget))) return null;
  return <Notice kind="amber">{t('translations:machine.scarce')}</Notice>;
}

function Characters({ used, budget }: MachineView) {
  const language = useLanguage();
  const { t } = language;
  const share = shareOf(used, budget);
  const words = { used: language.number(used), budget: language.number(budget) };
  if (share === undefined) return <>{t('translations:machine.characters_free', words)}</>;
  return (
    <span class="stack stack-tight">
      {t('translations:machine.characters_of', { ...words, share: language.percent(share, 0) })}
      <Progress done={share} />
    </span>
  );
}

function Condition({ health }: MachineView) {
  const language = useLanguage();
  const { pausedUntil, reason } = health ?? {};
  if (pausedUntil && pausedUntil.getTime() > Date.now())
    return (
      <>
        {language.t('translations:machine.paused', {
          time: language.dateTime(pausedUntil),
          reason: reason ?? '',
        })}
      </>
    );
  return <>{language.t(health?.answeredAt ? 'translations:machine.well' : 'translations:machine.unasked')}</>;
}

function States({ states }: MachineView) {
  const language = useLanguage();
  const { t } = language;
  const counts = new Map(states.map(({ state, count }) => [state, count]));
  return (
    <section class="section stack" aria-labelledby="progress">
      <SectionHead id="progress" title={t('translations:machine.progress')} />
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t('translations:machine.state')}</th>
            <th scope="col" class="num">
              {t('translations:machine.texts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {TASK_STATES.map((state) => (
            <tr>
              <th scope="row">{t(`translations:machine.state_${state}`)}</th>
              <td class="num">{language.number(counts.get(state) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Form action={`${PATHS.machine}/missing`} id="missing" class="stack stack-tight">
        <div>
          <Button kind="main">{t('translations:machine.ask')}</Button>
        </div>
        <p class="small soft">{t('translations:machine.ask_hint')}</p>
      </Form>
    </section>
  );
}

function Refused({ reasons }: MachineView) {
  const language = useLanguage();
  const { t } = language;
  return (
    <section class="section stack" aria-labelledby="refused">
      <SectionHead id="refused" title={t('translations:machine.refused')} />
      {reasons.length === 0 && <EmptyState title={t('translations:machine.refused_none')} />}
      {reasons.length > 0 && (
        <>
          <table class="data">
            <thead>
              <tr>
                <th scope="col">{t('translations:machine.reason')}</th>
                <th scope="col" class="num">
                  {t('translations:machine.segments')}
                </th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ reason, count }) => (
                <tr>
                  <th scope="row">{t(reasonOf(reason))}</th>
                  <td class="num">{language.number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Form action={`${PATHS.machine}/refused`} id="again">
            <Button>{t('translations:machine.again')}</Button>
          </Form>
        </>
      )}
    </section>
  );
}

function Newest({ newest }: MachineView) {
  const { t } = useLanguage();
  return (
    <section class="section stack" aria-labelledby="newest">
      <SectionHead id="newest" title={t('translations:machine.newest')} />
      {newest.length === 0 && <EmptyState title={t('translations:machine.nothing')} />}
      <ul class="stack stack-tight">
        {newest.map(({ text, locale, state, reason, at }) => (
          <li>
            {text ? (
              <Link path={text.path} lang={text.titleLocale}>
                {text.title}
              </Link>
            ) : (
              '–'
            )}{' '}
            <span class="small soft">
              → <span lang={locale}>{ownName(locale)}</span> · {t(`translations:machine.state_${state}`)}
              {state === 'refused' && reason && <> · {t(reasonOf(reason))}</>} · <Time value={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
