import type { Language } from '../../core/i18n/language';
import { useLanguage } from '../../ui/language';
import { PathLine, type Step } from '../../ui/parts/path-line';
import { words } from '../practice-words';
import type { PracticeState } from '../practice-facts';
import type { StandingView } from './standing.schema';

const STATIONS = ['writing', 'check', 'review', 'editing', 'frozen', 'published', 'due'] as const;
type Station = (typeof STATIONS)[number];

const STATION: Record<Exclude<PracticeState, 'withdrawn'>, Station> = {
  ...{ draft: 'writing', returned: 'writing', declined: 'writing', submitted: 'check', review: 'review' },
  ...{ accepted: 'editing', promising: 'editing', editing: 'editing', frozen: 'frozen' },
  ...{ published: 'published', due: 'due' },
};

type Facts = Pick<
  StandingView,
  'state' | 'since' | 'ball' | 'version' | 'publishedAt' | 'nextReviewAt' | 'versions'
>;

/** The way of a case as a line: where it stands, who has the ball, since when. */
export function WhereItStands({ of, across }: { of: Facts; across?: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const steps =
    of.state === 'withdrawn'
      ? [{ label: t(words.state('withdrawn')), state: 'here' as const, note: language.date(of.since) }]
      : stepsOf(of, STATION[of.state], language);
  return (
    <div class="stack">
      <PathLine label={t('practices:case.way')} steps={steps} {...(across && { across })} />
      <BallLine of={of} />
    </div>
  );
}

function stepsOf(
  { state, since, versions, publishedAt, nextReviewAt }: Facts,
  at: Station,
  language: Language,
): Step[] {
  const { t } = language;
  const here = STATIONS.indexOf(at);
  const again = versions.length > 0;
  return STATIONS.map((station, place): Step => {
    const label = t(`practices:station.${station}`);
    if (place === here)
      return { label, state: 'here', note: `${t(words.state(state))}, ${language.date(since)}` };
    const notes: Partial<Record<Station, string | false | null>> = {
      frozen: again && t('practices:case.version', { version: versions[0]!.version }),
      published: publishedAt !== null && language.date(publishedAt),
      due: nextReviewAt !== null && language.calendarDate(nextReviewAt),
    };
    return { label, state: place < here ? 'done' : 'ahead', note: notes[station] };
  });
}

/** Who is to do something now. */
export function BallLine({ of: { ball, since } }: { of: Pick<Facts, 'ball' | 'since'> }) {
  const language = useLanguage();
  const { t } = language;
  if (ball.who === 'nobody') return null;
  return (
    <p>
      <b>{t(`practices:ball.${ball.who}`)}</b>
      {ball.names.length > 0 && <> {language.list(ball.names)}</>}{' '}
      <span class="small soft">{t('practices:case.since', { date: language.date(since) })}</span>
    </p>
  );
}
