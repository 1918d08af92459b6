import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { FieldError } from '../../ui/parts/field-frame';
import { Form } from '../../ui/parts/form';
import { useField } from '../../ui/parts/form-context';
import { TextArea } from '../../ui/parts/text-area';
import { isStance, REASON_LIMIT, type Stance } from './poll-facts';
import { pollPath } from './poll-paths';
import type { PollView } from './poll.schema';

interface VoteFormProps {
  poll: PollView;
  form: FormState;
}

/** Where one votes; whoever has voted finds it behind her answer. */
export function VoteForm({ poll, form }: VoteFormProps) {
  const { t } = useLanguage();
  if (!poll.own) return <Ballot poll={poll} form={form} />;
  return (
    <details open={form.refusal !== undefined}>
      <summary>{t('rooms:poll.change')}</summary>
      <Ballot poll={poll} form={form} />
    </details>
  );
}

function Ballot({ poll, form }: VoteFormProps) {
  const { t } = useLanguage();
  const { id, kind, own, secret } = poll;
  const state = form.refusal
    ? form
    : freshForm({ choices: own?.choices.join(',') ?? '', reason: own?.reason ?? '' });
  return (
    <Form
      action={pollPath(id, 'vote')}
      id={`vote-${id}`}
      class="stack stack-tight"
      state={state}
      labels={{ choices: t('rooms:poll.your_answer') }}
    >
      <Choices poll={poll} />
      {kind === 'sense_check' && (
        <TextArea
          name="reason"
          label={t('rooms:poll.reason')}
          hint={t(secret ? 'rooms:poll.reason_secret' : 'rooms:poll.reason_open')}
          max={REASON_LIMIT}
          rows={2}
          optional
        />
      )}
      <div class="row row-center">
        <Button name="act" value="vote" small>
          {t(own ? 'rooms:poll.vote_again' : 'rooms:poll.vote')}
        </Button>
        {own && (
          <Button name="act" value="take_back" kind="plain" small>
            {t('rooms:poll.take_back')}
          </Button>
        )}
      </div>
    </Form>
  );
}

function Choices({ poll: { kind, most, options, own } }: { poll: PollView }) {
  const { t } = useLanguage();
  const facts = useField('choices');
  const ticked = new Set(facts.value.split(','));
  const wrong = facts.errors.length > 0;
  return (
    <fieldset
      class={wrong ? 'field has-error' : 'field'}
      aria-describedby={wrong ? facts.errorId : undefined}
    >
      <legend class={own ? 'visually-hidden' : 'legend'}>
        {kind === 'multiple' && most ? t('rooms:poll.at_most', { count: most }) : t('rooms:poll.your_answer')}
      </legend>
      <FieldError id={facts.errorId} errors={facts.errors} />
      {options.map(({ id, label }, place) => (
        <label class="check">
          <input
            type={kind === 'multiple' ? 'checkbox' : 'radio'}
            id={place === 0 ? facts.id : undefined}
            name="choices"
            value={id}
            checked={ticked.has(id)}
          />
          {label ? (
            <span lang={label.locale}>{label.text}</span>
          ) : (
            isStance(id) && <StanceWords stance={id} />
          )}
        </label>
      ))}
    </fieldset>
  );
}

function StanceWords({ stance }: { stance: Stance }) {
  const { t } = useLanguage();
  return (
    <span>
      {t(`rooms:poll.stance.${stance}`)}
      <span class="hint">{t(`rooms:poll.stance_hint.${stance}`)}</span>
    </span>
  );
}
