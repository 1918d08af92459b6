import type { Language } from '../../../core/i18n/language';
import { useLanguage } from '../../../ui/language';
import { PathLine, type Step } from '../../../ui/parts/path-line';
import type { AnswerState } from '../../comparison-facts';
import type { AnswerView } from './answer-view.schema';

const STATIONS = ['draft', 'commented', 'agreed', 'checked', 'published'] as const;

/** A disputed answer stands where it was being checked. */
const stationOf = (state: AnswerState): number => STATIONS.indexOf(state === 'disputed' ? 'agreed' : state);

function stepsOf({ state, since, publishedVersion }: AnswerView, language: Language): Step[] {
  const here = stationOf(state);
  return STATIONS.map((station, place): Step => {
    const label = language.t(`comparisons:station.${station}`);
    if (place === here)
      return {
        ...{ label, state: 'here' },
        note: `${language.t(`comparisons:state.${state}`)}, ${language.date(since)}`,
      };
    const told = station === 'published' && publishedVersion > 0;
    const note = told ? language.t('comparisons:work.version', { version: publishedVersion }) : undefined;
    return { label, state: place < here ? 'done' : 'ahead', ...(note && { note }) };
  });
}

/** Where an answer stands, and whose move it is. */
export function AnswerWay({ of }: { of: AnswerView }) {
  const language = useLanguage();
  const { t } = language;
  const { ball, commentsUntil, state, owner } = of;
  return (
    <div class="stack">
      <PathLine label={t('comparisons:work.way')} steps={stepsOf(of, language)} />
      {ball !== 'nobody' && (
        <p>
          <b>{t(`comparisons:ball.${ball}`)}</b>
        </p>
      )}
      {state === 'commented' && commentsUntil && (
        <p class="small">
          {t('comparisons:work.comments_until', { date: language.calendarDate(commentsUntil) })}
        </p>
      )}
      {owner && <p class="small soft">{t('comparisons:work.owner', { name: owner.name })}</p>}
    </div>
  );
}
