import { useLanguage } from '../../ui/language';
import { Choice } from '../../ui/parts/choice';
import { TextArea } from '../../ui/parts/text-area';
import type { Choices } from './seat-choices.service';

/** In which group, and for whom: the same questions for who asks to join and for who is invited. */
export function SeatFields({ choices: { groups, organisations } }: { choices: Choices }) {
  const { t } = useLanguage();
  return (
    <>
      <Choice
        name="groupId"
        label={t('platforms:seat.group')}
        empty={t('platforms:seat.choose')}
        options={groups.map(({ id, name }) => ({ value: id, label: name.text, lang: name.locale }))}
      />
      <Choice
        name="organisationId"
        label={t('platforms:seat.organisation')}
        hint={t('platforms:seat.organisation_hint')}
        empty={t('platforms:seat.nobody')}
        optional
        options={organisations.map(({ id, name, lang, city }) => ({
          value: id,
          label: city ? `${name}, ${city}` : name,
          lang,
        }))}
      />
    </>
  );
}

/** A few words with it. */
export function MessageField({ label, lang }: { label: string; lang?: string }) {
  return <TextArea name="message" label={label} max={2000} rows={3} optional lang={lang} />;
}
