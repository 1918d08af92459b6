import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { Chosen } from './chosen';
import { PollPart } from './poll';
import { pollPath } from './poll-paths';
import { History } from './poll-history';
import type { PollHistory, PollView, VoteList } from './poll.schema';

interface PollBodyProps {
  poll: PollView;
  votes: VoteList;
  history: PollHistory;
  form: FormState;
}

/** A poll by itself: all that is known of how people voted. */
export function PollBody({ poll, votes, history, form }: PollBodyProps) {
  const { t } = useLanguage();
  const refused = form.refusal && form.problems.length === 0;
  return (
    <div class="page">
      <TitleBlock title={poll.question.text} lang={poll.question.locale} />
      {refused && <Notice kind="red">{t(form.refusal!.key, form.refusal!.values)}</Notice>}
      <div class="stack stack-wide long-form">
        <PollPart poll={poll} form={form} whole />
        <Reasons votes={votes} />
        <Voters poll={poll} votes={votes} />
        <History history={history} />
      </div>
    </div>
  );
}

function Reasons({ votes: { reasons } }: { votes: VoteList }) {
  const { t } = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="reasons">
      <SectionHead id="reasons" title={t('rooms:poll.reasons')} flush />
      <ul class="list">
        {reasons.map(({ choice, text, locale, person }) => (
          <li class="list-row stack stack-tight">
            <p class="said" lang={locale}>
              {text}
            </p>
            <p class="small soft dots">
              {person && <span>{person.name}</span>}
              <span>{t(`rooms:poll.stance.${choice}`)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Voters({ poll, votes: { votes, next } }: Pick<PollBodyProps, 'poll' | 'votes'>) {
  const { t } = useLanguage();
  if (votes.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="voters">
      <SectionHead id="voters" title={t('rooms:poll.who')} flush />
      <ul class="list list-close">
        {votes.map(({ person, choices }) => (
          <li>
            <span>
              {person.name}: <Chosen poll={poll} choices={choices} />
            </span>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p>
          <Link path={`${pollPath(poll.id)}?after=${next}`} rel="next">
            {t('rooms:poll.more_voters')}
          </Link>
        </p>
      )}
    </section>
  );
}
