import { useLanguage } from '../../ui/language';
import { isStance } from './poll-facts';
import type { PollView } from './poll.schema';

/** The answers that somebody has chosen, each in its own language. */
export function Chosen({ poll, choices }: { poll: PollView; choices: string[] }) {
  const { t } = useLanguage();
  const chosen = poll.options.filter(({ id }) => choices.includes(id));
  return (
    <>
      {chosen.map(({ id, label }, place) => (
        <>
          {place > 0 && ' · '}
          <b lang={label?.locale}>{label?.text ?? (isStance(id) && t(`rooms:poll.stance.${id}`))}</b>
        </>
      ))}
    </>
  );
}
