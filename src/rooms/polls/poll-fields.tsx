import { useLanguage } from '../../ui/language';
import { Field } from '../../ui/parts/field';
import { FieldGroup } from '../../ui/parts/field-group';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { useField } from '../../ui/parts/form-context';
import { FEWEST_VOTERS, MOST_OPTIONS, POLL_KINDS } from './poll-facts';

/** What makes a poll: the same for a new one and for one that is changed. */
export function PollFields({ lang, optional }: { lang?: string; optional?: boolean }) {
  const { t } = useLanguage();
  return (
    <>
      <Field
        name="question"
        label={t('rooms:poll.field.question')}
        {...(lang && { lang })}
        {...(optional && { optional })}
      />
      <Radios
        name="kind"
        label={t('rooms:poll.field.kind')}
        options={POLL_KINDS.map((value) => ({
          value,
          label: t(`rooms:poll.kind.${value}`),
          hint: t(`rooms:poll.kind_hint.${value}`),
        }))}
      />
      <TextArea
        name="options"
        label={t('rooms:poll.field.options')}
        hint={t('rooms:poll.field.options_hint', { max: MOST_OPTIONS })}
        rows={5}
        optional
        {...(lang && { lang })}
      />
      <Field
        name="most"
        label={t('rooms:poll.field.most')}
        hint={t('rooms:poll.field.most_hint')}
        type="number"
        width="short"
        optional
      />
      <Radios
        name="votes"
        label={t('rooms:poll.field.votes')}
        options={[
          { value: 'open', label: t('rooms:poll.open'), hint: t('rooms:poll.open_hint') },
          {
            value: 'secret',
            label: t('rooms:poll.secret'),
            hint: t('rooms:poll.secret_hint', { few: FEWEST_VOTERS }),
          },
        ]}
      />
      <ClosesFields />
    </>
  );
}

/** When it closes, by the reader's own clock. */
export function ClosesFields() {
  const { t, timeZone } = useLanguage();
  return (
    <FieldGroup
      label={t('rooms:poll.field.closes')}
      hint={t('rooms:poll.field.closes_hint', { zone: timeZone })}
    >
      <div class="row">
        <Field name="closesOn" label={t('rooms:poll.field.day')} type="date" width="middle" optional />
        <Field name="closesTime" label={t('rooms:poll.field.time')} type="time" width="short" optional />
      </div>
    </FieldGroup>
  );
}

/** Names of the fields for what is said above a refused form, by their paths. */
export function usePollLabels(): Record<string, string> {
  const { t } = useLanguage();
  return {
    question: t('rooms:poll.field.question'),
    options: t('rooms:poll.field.options'),
    most: t('rooms:poll.field.most'),
    closesOn: t('rooms:poll.field.closes'),
  };
}

/** For forms in which a poll is only an addition: folded, until something is in it or wrong with it. */
export function FoldedPoll() {
  const { t } = useLanguage();
  const question = useField('question');
  const options = useField('options');
  const touched = [question, options, useField('most'), useField('closesOn')];
  const open = touched.some(({ value, errors }) => value !== '' || errors.length > 0);
  return (
    <details open={open}>
      <summary>{t('rooms:poll.add')}</summary>
      <div class="stack">
        <p class="small soft">{t('rooms:poll.until_vote')}</p>
        <PollFields optional />
      </div>
    </details>
  );
}
