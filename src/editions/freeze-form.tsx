import type { FormState } from '../core/http/form';
import type { Locale } from '../core/i18n/locales';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Checkbox } from '../ui/parts/checkbox';
import { Field } from '../ui/parts/field';
import { Form } from '../ui/parts/form';
import { Hidden } from '../ui/parts/hidden';
import { Link } from '../ui/parts/link';
import { Notice } from '../ui/parts/notice';
import { Radios } from '../ui/parts/radios';
import { SectionHead } from '../ui/parts/section-head';
import { TextArea } from '../ui/parts/text-area';
import { TitleBlock } from '../ui/parts/title-block';
import { MACHINE_CHOICES } from './edition';
import type { GateItem } from './freezing/gate';

interface FreezeFormProps {
  handbook: string;
  locale: Locale;
  faults: GateItem[];
  state: FormState;
}

/** What is missing first, then what the imprint says: freezing is a decision, and it is hers. */
export function FreezeForm({ handbook, locale, faults, state }: FreezeFormProps) {
  const language = useLanguage();
  const { t } = language;
  const stopped = faults.some(({ stops }) => stops);
  return (
    <div class="page page-form">
      <TitleBlock
        title={t('editions:freeze.title')}
        above={language.languageName(locale)}
        lead={t('editions:freeze.lead')}
      />
      <GateList faults={faults} />
      {!stopped && (
        <Form action={`/editions/${handbook}/new`} id="freeze" state={state}>
          <Hidden name="locale" value={locale} />
          <TextArea
            name="editors"
            label={t('editions:freeze.editors')}
            hint={t('editions:freeze.editors_hint')}
            max={4000}
            optional
          />
          <Field name="isbn" label="ISBN" hint={t('editions:freeze.isbn_hint')} optional />
          <Field name="issn" label="ISSN" hint={t('editions:freeze.issn_hint')} optional />
          <Radios
            name="machine"
            label={t('editions:freeze.machine')}
            usual="original"
            options={MACHINE_CHOICES.map((value) => ({ value, label: t(`editions:machine.${value}`) }))}
          />
          <TextArea name="note" label={t('editions:freeze.note')} max={500} optional />
          {faults.length > 0 && <Checkbox name="decided" label={t('editions:freeze.decided')} />}
          <div>
            <Button kind="main">{t('editions:freeze.act')}</Button>
          </div>
        </Form>
      )}
    </div>
  );
}

function GateList({ faults }: { faults: GateItem[] }) {
  const { t } = useLanguage();
  if (faults.length === 0) return <Notice>{t('editions:gate.clear')}</Notice>;
  const stopped = faults.some(({ stops }) => stops);
  return (
    <section class="section" aria-labelledby="gate">
      <SectionHead id="gate" title={t('editions:gate.title', { count: faults.length })} />
      {stopped && (
        <Notice kind="red" role="note">
          {t('editions:gate.stops')}
        </Notice>
      )}
      <ul class="list">
        {faults.map(({ fault, subject, lang, path, stops }) => (
          <li>
            <p>
              <b class={stops ? 'error' : undefined}>{t(`editions:fault.${fault}`)}</b>
              {': '}
              <Link path={path} lang={lang}>
                {subject}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
