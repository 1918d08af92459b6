import { useLanguage } from '../language';

interface TimeProps {
  value: Date | string;
  /** `calendar`: a date without time of day (`2012-05-01`), the same in every time zone. */
  as?: 'dateTime' | 'date' | 'day' | 'time' | 'ago' | 'calendar';
  class?: string;
}

/** A moment in the reader's words; the exact one is in the attribute. */
export function Time({ value, as = 'dateTime', class: look }: TimeProps) {
  const language = useLanguage();
  const iso = typeof value === 'string' ? value : value.toISOString();
  const words = as === 'calendar' ? language.calendarDate(iso) : language[as](value);
  return (
    <time
      dateTime={iso}
      title={as === 'ago' || as === 'time' ? language.dateTime(value) : undefined}
      class={look}
    >
      {words}
    </time>
  );
}
