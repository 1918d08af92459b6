import { useLanguage } from '../../../ui/language';
import { Facts, type Fact } from '../../../ui/parts/facts';
import { Standing } from '../../../ui/parts/standing';
import type { AnswerView } from './answer-view.schema';
import { numberWords, valueWords } from './value-words';

/** What an answer says: its value, its words, and all that must be known of them. */
export function AnswerSaid({ of }: { of: AnswerView }) {
  const language = useLanguage();
  const { t } = language;
  const { id, text, note } = of;
  return (
    <div class="stack">
      <Facts facts={useFacts(of)} />
      {text ? (
        <div class="stack stack-tight">
          <div class="serif measure" lang={text.locale}>
            {paragraphs(text.text)}
          </div>
          <Standing of={text} text={{ kind: 'answer', id }} />
        </div>
      ) : (
        <p class="soft">{t('comparisons:work.no_words')}</p>
      )}
      {note && (
        <p class="small">
          <b>{t('comparisons:field.note')}</b> <span lang={note.locale}>{note.text}</span>
        </p>
      )}
    </div>
  );
}

const paragraphs = (text: string) => text.split(/\n{2,}/).map((paragraph) => <p>{paragraph}</p>);

function useFacts(of: AnswerView): Fact[] {
  const language = useLanguage();
  const { t } = language;
  const { question, period, validOn, confidence, flags } = of;
  const parts = question.bySex && of.standing === 'value' ? (['women', 'men', 'notStated'] as const) : [];
  return [
    { label: t('comparisons:work.answer'), value: valueWords(language, of, question) },
    ...parts.map((name) => ({
      label: t(`comparisons:answer.${name}_people`),
      value: of[name] !== null && numberWords(language, of[name], question),
    })),
    { label: t('comparisons:answer.period'), value: period },
    { label: t('comparisons:answer.valid_on'), value: validOn && language.calendarDate(validOn) },
    {
      label: t('comparisons:answer.confidence'),
      value: confidence && t(`comparisons:confidence.${confidence}`),
    },
    {
      label: t('comparisons:answer.flags'),
      value: flags.map((flag) => `${flag} – ${t(`comparisons:flag.${flag}`)}`).join('; '),
    },
  ];
}
