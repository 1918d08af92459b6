import { useLanguage } from '../../ui/language';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { CONFIDENCE_WORDS, GENDER_WORDS, PART_WORDS, STANDING_WORDS } from '../glossary-words';
import { CONFIDENCES, GENDERS, PARTS_OF_SPEECH, STANDINGS } from '../terms/term';

/** What can be chosen and is not written, by the name of the field. */
export function useTermOptions() {
  const { t } = useLanguage();
  return {
    standing: STANDINGS.map((value) => ({
      ...{ value, label: t(STANDING_WORDS[value]), hint: t(`glossary:standing_hint.${value}`) },
    })),
    confidence: CONFIDENCES.map((value) => ({ value, label: t(CONFIDENCE_WORDS[value]) })),
    partOfSpeech: PARTS_OF_SPEECH.map((value) => ({ value, label: t(PART_WORDS[value]) })),
    gender: GENDERS.map((value) => ({ value, label: t(GENDER_WORDS[value]) })),
  };
}

export function ConfidenceChoice() {
  const { t } = useLanguage();
  return (
    <Choice name="confidence" label={t('glossary:field.confidence')} options={useTermOptions().confidence} />
  );
}

export function TermFields({ lang }: { lang?: string }) {
  const { t } = useLanguage();
  const { standing, partOfSpeech, gender } = useTermOptions();
  const unknown = t('glossary:field.unknown');
  return (
    <>
      <Field
        name="word"
        label={t('glossary:field.word')}
        hint={t('glossary:field.word_hint')}
        {...(lang && { lang })}
      />
      <Radios name="standing" label={t('glossary:field.standing')} options={standing} />
      <ConfidenceChoice />
      <Choice
        name="partOfSpeech"
        label={t('glossary:field.part_of_speech')}
        empty={unknown}
        options={partOfSpeech}
        optional
      />
      <Choice name="gender" label={t('glossary:field.gender')} empty={unknown} options={gender} optional />
      <TextArea name="note" label={t('glossary:field.term_note')} max={1000} rows={2} optional />
      <TextArea
        name="sources"
        label={t('glossary:field.sources')}
        hint={t('glossary:field.sources_hint')}
        rows={2}
        optional
      />
    </>
  );
}
