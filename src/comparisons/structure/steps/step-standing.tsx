import { useLanguage } from '../../../ui/language';
import { Tag } from '../../../ui/parts/marks';
import type { PlannedStep } from './comparison-steps.service';

/** Until when, and whether it is done; what is late says so. */
export function StepStanding({ step: { dueOn, doneAt, overdue } }: { step: PlannedStep }) {
  const language = useLanguage();
  const { t } = language;
  if (doneAt) return <span>{t('comparisons:steps.done_on', { date: language.date(doneAt) })}</span>;
  if (!dueOn) return <span class="soft">{t('comparisons:steps.no_day')}</span>;
  return (
    <>
      <time dateTime={dueOn}>{language.calendarDate(dueOn)}</time>{' '}
      {overdue && <Tag>{t('comparisons:steps.overdue')}</Tag>}
    </>
  );
}
