import { useLanguage } from '../../ui/language';
import { ListRow } from '../../ui/parts/list-row';
import { Standing } from '../../ui/parts/standing';
import { conclusionPath } from '../conclusion-paths';
import { ConclusionMark } from './conclusion-mark';
import type { ConclusionSummary } from './conclusion.schema';

interface ConclusionRowProps {
  of: ConclusionSummary;
  heading?: 'h3' | 'p';
  /** It stands among those of another room: says which is its own. */
  elsewhere?: boolean;
}

/** One conclusion of a list: what was agreed, in serif. */
export function ConclusionRow({ of, heading = 'h3', elsewhere }: ConclusionRowProps) {
  const language = useLanguage();
  const { t } = language;
  const { id, number, room, statement, state, version, adoptedAt, positionsUntil, replacedBy } = of;
  return (
    <ListRow
      path={conclusionPath(id)}
      title={statement.text}
      lang={statement.locale}
      heading={heading}
      marks={state !== 'adopted' && <ConclusionMark of={of} />}
      facts={
        <>
          <span>{t('conclusions:name', { number })}</span>
          {elsewhere && room.open && <span lang={room.name.locale}>{room.name.text}</span>}
          {positionsUntil && (
            <span>{t('conclusions:positions.until', { date: language.day(positionsUntil) })}</span>
          )}
          {adoptedAt && state === 'adopted' && (
            <span>{t('conclusions:adopted_on', { date: language.date(adoptedAt) })}</span>
          )}
          {version > 1 && <span>{t('conclusions:version', { version })}</span>}
          {replacedBy && <span>{t('conclusions:replaced_by', { number: replacedBy.number })}</span>}
        </>
      }
    >
      {(statement.state !== 'original' || statement.locale !== language.locale) && (
        <p>
          <Standing of={statement} text={{ kind: 'conclusion', id }} />
        </p>
      )}
    </ListRow>
  );
}
