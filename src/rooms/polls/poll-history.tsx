import { useLanguage } from '../../ui/language';
import { SectionHead } from '../../ui/parts/section-head';
import { useClosing } from './poll-words';
import type { PollHistory } from './poll.schema';

interface Happened {
  at: string;
  by: { name: string } | null;
  words: string;
  more?: string[];
}

/** Who asked, who moved the time at which it closes, and who closed it. */
export function History({ history: { opened, moves, closed } }: { history: PollHistory }) {
  const language = useLanguage();
  const { t } = language;
  const closing = useClosing();
  const until = (closesAt: string | null) => closing({ closesAt, closedAt: null });
  const happened: Happened[] = [
    { ...opened, words: t('rooms:poll.history.opened') },
    ...moves.map(({ from, to, ...move }) => ({
      ...move,
      words: t('rooms:poll.history.moved'),
      more: [
        t('rooms:poll.history.before', { words: until(from) }),
        t('rooms:poll.history.after', { words: until(to) }),
      ],
    })),
  ];
  if (closed)
    happened.push({
      ...closed,
      words: t(closed.by ? 'rooms:poll.history.closed' : 'rooms:poll.history.over'),
    });
  return (
    <section class="stack" aria-labelledby="history">
      <SectionHead id="history" title={t('rooms:poll.history.title')} flush />
      <ol class="list list-close">
        {happened.map(({ at, by, words, more = [] }) => (
          <li>
            <p class="dots">
              <span>{words}</span>
              {by && <span>{by.name}</span>}
              <time class="soft" dateTime={at}>
                {language.dateTime(at)}
              </time>
            </p>
            {more.map((line) => (
              <p class="small soft">{line}</p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
