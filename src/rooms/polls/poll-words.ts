import { useLanguage } from '../../ui/language';

interface Times {
  closesAt: string | null;
  closedAt: string | null;
}

/** Says until when a poll is open, or since when it is not. */
export function useClosing(): (poll: Times) => string {
  const language = useLanguage();
  const { t } = language;
  return ({ closesAt, closedAt }) => {
    if (closedAt) return t('rooms:poll.closed_on', { when: language.dateTime(closedAt) });
    return closesAt
      ? t('rooms:poll.until', { when: language.dateTime(closesAt) })
      : t('rooms:poll.until_closed');
  };
}
