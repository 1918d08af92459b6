import { Conflict } from '../../core/errors/refusal';
import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { conceptPath, countryPath } from '../reading/concept-paths';
import { shown } from './concept-editing';

interface NewCountryNoteProps {
  slug: string;
  /** Countries that organisations of the hub come from, and that have no note yet. */
  countries: string[];
  state: FormState;
}

export function NewCountryNote({ slug, countries, state }: NewCountryNoteProps) {
  const language = useLanguage();
  const { t } = language;
  const options = countries.map((value) => ({ value, label: language.country(value) }));
  return (
    <div class="page">
      <TitleBlock title={t('glossary:countries.new')} lead={t('glossary:countries.lead')} />
      <Form action={`${conceptPath(slug)}/countries`} state={state}>
        <Choice
          name="country"
          label={t('glossary:field.country')}
          options={language.sort(options, ({ label }) => label)}
        />
        <NoteFields />
        <div class="row row-center">
          <Button kind="main">{t('glossary:editing.save')}</Button>
          <Link path={conceptPath(slug)}>{t('glossary:editing.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

interface EditCountryNoteProps {
  slug: string;
  country: string;
  state: FormState;
}

export function EditCountryNote({ slug, country, state }: EditCountryNoteProps) {
  const language = useLanguage();
  const { t } = language;
  const path = countryPath(slug, country);
  return (
    <div class="page">
      <TitleBlock title={t('glossary:countries.editing')} lead={language.country(country)} />
      {state.refusal instanceof Conflict ? (
        <NoteMerge slug={slug} country={country} conflict={state.refusal} yours={state.values} />
      ) : (
        <div class="stack stack-wide">
          <Form action={path} state={state}>
            <Hidden name="revision" />
            <NoteFields />
            <WeightChoice />
            <div class="row row-center">
              <Button kind="main">{t('glossary:editing.save')}</Button>
              <Link path={conceptPath(slug)}>{t('glossary:editing.cancel')}</Link>
            </div>
          </Form>
          <Form action={`${path}/remove`} id="remove">
            <div>
              <Button kind="danger" small>
                {t('glossary:countries.remove')}
              </Button>
            </div>
          </Form>
        </div>
      )}
    </div>
  );
}

function NoteFields() {
  const { t } = useLanguage();
  return (
    <>
      <LanguageSelect label={t('glossary:field.note_language')} />
      <TextArea name="text" label={t('glossary:text.country_note')} max={2000} />
    </>
  );
}

function NoteMerge(props: {
  slug: string;
  country: string;
  conflict: Conflict;
  yours: Record<string, string>;
}) {
  const { slug, country, conflict, yours } = props;
  const { t } = useLanguage();
  const theirs = conflict.theirs;
  return (
    <Merge
      action={countryPath(slug, country)}
      revision={theirs?.revision ?? 1}
      cancelPath={conceptPath(slug)}
      hidden={{ locale: yours['locale'] ?? '', weight: yours['weight'] ?? 'meaning' }}
      fields={[
        {
          name: 'text',
          label: t('glossary:text.country_note'),
          theirs: shown(theirs?.['text']),
          yours: yours['text'] ?? '',
          long: true,
        },
      ]}
    />
  );
}
