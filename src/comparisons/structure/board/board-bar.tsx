import { useLanguage } from '../../../ui/language';
import { ANSWER_STATES } from '../../comparison-facts';
import type { BoardCell } from './board.schema';
import { answeredIn } from './comparison-board.service';

/** The furthest first, so that bars grow from the left. */
const ORDER = ['published', 'checked', 'agreed', 'commented', 'draft', 'disputed'] as const;

/** Patterns that all bars of the page are filled with, so that they differ without colour too. */
export function BoardPatterns() {
  return (
    <svg class="board-patterns" aria-hidden="true" width="0" height="0">
      <defs>
        <pattern id="board-dots" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect class="ground" width="4" height="4" />
          <circle cx="2" cy="2" r="1" />
        </pattern>
        <pattern id="board-stripes" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect class="ground" width="5" height="5" />
          <path d="M-1 6 6 -1M-1 1 1 -1M4 6 6 4" />
        </pattern>
        <pattern id="board-cross" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect class="ground warn" width="5" height="5" />
          <path class="warn" d="M0 0 5 5M5 0 0 5" />
        </pattern>
      </defs>
    </svg>
  );
}

/** One cell: a bar of states, and in words what is not drawn or stands out. */
export function BoardBar({ cell }: { cell: BoardCell }) {
  const { t } = useLanguage();
  const said = ANSWER_STATES.filter((state) => cell[state] > 0).map((state) =>
    t('comparisons:board.in_state', { state: t(`comparisons:state.${state}`), number: cell[state] }),
  );
  return (
    <>
      <svg class="board-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="rest" width="100" height="10" />
        {segmentsOf(cell).map(({ state, from, width }) => (
          <rect class={`of-${state}`} x={from} width={width} height="10" />
        ))}
      </svg>
      <span class="visually-hidden">{said.join(', ')}</span>
      {cell.disputed > 0 && (
        <span class="small board-said" aria-hidden="true">
          {t('comparisons:board.in_state', { state: t('comparisons:state.disputed'), number: cell.disputed })}
        </span>
      )}
      {cell.broken > 0 && (
        <span class="small board-said">{t('comparisons:board.broken', { number: cell.broken })}</span>
      )}
    </>
  );
}

function segmentsOf(cell: BoardCell) {
  const whole = Math.max(cell.asked, answeredIn(cell), 1);
  let from = 0;
  return ORDER.filter((state) => cell[state] > 0).map((state) => {
    const width = (cell[state] / whole) * 100;
    const segment = { state, from: from.toFixed(2), width: width.toFixed(2) };
    from += width;
    return segment;
  });
}

/** What the fillings mean. */
export function BoardKey() {
  const { t } = useLanguage();
  return (
    <ul class="key board-key" aria-label={t('comparisons:board.key')}>
      {ORDER.map((state) => (
        <li>
          <svg class="board-bar" viewBox="0 0 24 12" aria-hidden="true">
            <rect class={`of-${state}`} width="24" height="12" />
          </svg>
          {t(`comparisons:state.${state}`)}
        </li>
      ))}
      <li>
        <svg class="board-bar" viewBox="0 0 24 12" aria-hidden="true">
          <rect class="rest" width="24" height="12" />
        </svg>
        {t('comparisons:board.unanswered')}
      </li>
    </ul>
  );
}
