import { useLanguage } from '../../ui/language';
import type { MoveView } from '../deciding/moves';

/** Where it has been, and why. */
export function Moves({ of }: { of: MoveView[] }) {
  const language = useLanguage();
  const { t } = language;
  if (of.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="moves">
      <h2 id="moves">{t('conclusions:moves')}</h2>
      <ol class="stack">
        {of.map(({ to, at, until, reason, locale, by }) => (
          <li class="stack stack-tight">
            <b>{t(`conclusions:state.${to}`)}</b>
            {until && (
              <span class="small">{t('conclusions:positions.until', { date: language.day(until) })}</span>
            )}
            {reason && <span lang={locale ?? undefined}>{reason}</span>}
            <span class="small soft dots">
              <span>{language.dateTime(at)}</span>
              {by && <span>{by}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
