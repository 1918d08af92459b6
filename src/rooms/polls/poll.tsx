import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Bars } from '../../ui/parts/bars';
import { Standing } from '../../ui/parts/standing';
import { countedForms } from '../live/counted-forms';
import { isStance } from './poll-facts';
import { PollFoot } from './poll-foot';
import type { PollView } from './poll.schema';
import { VoteForm } from './vote-form';

interface PollPartProps {
  poll: PollView;
  /** The form as it was refused. */
  form?: FormState;
  /** It stands on a page of its own. */
  whole?: boolean;
}

/** A poll: what is asked, how it stands, and where one votes. The script knows its parts by `data-slot`. */
export function PollPart({ poll, form = freshForm(), whole = false }: PollPartProps) {
  const { id, question, can } = poll;
  return (
    <div
      class="poll"
      role="group"
      {...(whole ? { 'aria-label': question.text } : { 'aria-labelledby': `poll-${id}` })}
      data-poll={id}
    >
      <div data-slot="poll-head">
        <Rules poll={poll} />
        {!whole && (
          <h4 class="said" id={`poll-${id}`} lang={question.locale}>
            {question.text}
          </h4>
        )}
        <Marks poll={poll} />
      </div>
      <div data-slot="poll-result">
        <Result poll={poll} />
      </div>
      <div data-slot="poll-vote" data-version={versionOf(poll)}>
        {can.vote && <VoteForm poll={poll} form={form} />}
      </div>
      <div data-slot="poll-foot">
        <PollFoot poll={poll} whole={whole} />
      </div>
    </div>
  );
}

/** What the form depends on; as long as it stays, nobody's half-made choice is disturbed. */
const versionOf = ({ edition, own, can, question, options }: PollView): string =>
  [
    ...[edition, can.vote, own?.choices.join('+'), own?.reason?.length],
    ...[question, ...options.map(({ label }) => label)].map((text) => text && `${text.locale}${text.state}`),
  ].join(' ');

function Rules({ poll: { kind, most, secret } }: { poll: PollView }) {
  const { t } = useLanguage();
  return (
    <p class="small soft dots">
      <span>{t('rooms:poll.name')}</span>
      <span>
        {kind === 'multiple' && most
          ? t('rooms:poll.at_most', { count: most })
          : t(`rooms:poll.kind.${kind}`)}
      </span>
      <span>{t(secret ? 'rooms:poll.secret_told' : 'rooms:poll.open_told')}</span>
    </p>
  );
}

/** How far the translation of what is asked has come, and that of the answers where it is another. */
function Marks({ poll: { id, question, options } }: { poll: PollView }) {
  const { t } = useLanguage();
  const same = (text: PollView['question']) =>
    text.state === question.state && text.outdated === question.outdated && text.by === question.by;
  const other = options.find(({ label }) => label && label.state !== 'original' && !same(label))?.label;
  return (
    <>
      {question.state !== 'original' && <Standing of={question} text={{ kind: 'poll', id }} />}
      {other && (
        <p class="small soft">
          {t('rooms:poll.answers')} <Standing of={other} />
        </p>
      )}
    </>
  );
}

function Result({ poll }: { poll: PollView }) {
  const language = useLanguage();
  const { t } = language;
  const forms = (key: 'rooms:count.voters' | 'rooms:count.secret_voters') => ({
    ...{ 'data-slot': 'poll-voters', 'data-forms': JSON.stringify(countedForms(language, key)) },
  });
  const { counts, voters, closedAt, options } = poll;
  if (counts === null) {
    if (closedAt !== null) return <p>{t('rooms:poll.withheld')}</p>;
    return <p {...forms('rooms:count.secret_voters')}>{t('rooms:count.secret_voters', { count: voters })}</p>;
  }
  return (
    <>
      <Bars
        caption={t('rooms:poll.result')}
        columns={[t('rooms:poll.answer'), t('rooms:poll.number'), t('rooms:poll.share')]}
        bars={options.map(({ id, label }) => ({
          id,
          label: label?.text ?? (isStance(id) ? t(`rooms:poll.stance.${id}`) : id),
          ...(label && { lang: label.locale }),
          value: counts[id] ?? 0,
        }))}
        full={Math.max(1, voters)}
      />
      <p class="small soft" {...forms('rooms:count.voters')}>
        {t('rooms:count.voters', { count: voters })}
      </p>
    </>
  );
}
