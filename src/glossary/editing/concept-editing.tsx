import type { FormState } from '../../core/http/form';
import { Conflict } from '../../core/errors/refusal';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { languageOptions, LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { DOMAINS } from '../concepts/concept.entity';
import type { ConceptView } from '../concepts/concept.schema';
import { DOMAIN_WORDS } from '../glossary-words';
import { conceptPath, GLOSSARY } from '../reading/concept-paths';
import { ConfidenceChoice } from './term-fields';

export function NewConcept({ state }: { state: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('glossary:new.title')} lead={t('glossary:new.lead')} />
      <Form action={`${GLOSSARY}/new`} state={state}>
        <Field name="word" label={t('glossary:field.word')} hint={t('glossary:field.word_hint')} />
        <LanguageSelect label={t('glossary:field.language')} />
        <ConfidenceChoice />
        <ConceptFields />
        <div class="row row-center">
          <Button kind="main">{t('glossary:new.save')}</Button>
          <Link path={GLOSSARY}>{t('glossary:editing.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

export function EditConcept({ concept, state }: { concept: ConceptView; state: FormState }) {
  const { t } = useLanguage();
  const path = conceptPath(concept.slug);
  return (
    <div class="page">
      <TitleBlock title={t('glossary:editing.title')} />
      {state.refusal instanceof Conflict ? (
        <ConceptMerge slug={concept.slug} conflict={state.refusal} yours={state.values} />
      ) : (
        <Form action={`${path}/edit`} state={state}>
          <Hidden name="revision" />
          <LanguageSelect label={t('glossary:field.language')} />
          <ConceptFields lang={concept.locale} />
          <WeightChoice />
          <div class="row row-center">
            <Button kind="main">{t('glossary:editing.save')}</Button>
            <Link path={path}>{t('glossary:editing.cancel')}</Link>
          </div>
        </Form>
      )}
    </div>
  );
}

function useDomains() {
  const language = useLanguage();
  const options = DOMAINS.map((value) => ({ value, label: language.t(DOMAIN_WORDS[value]) }));
  return language.sort(options, ({ label }) => label);
}

function ConceptFields({ lang }: { lang?: string }) {
  const { t } = useLanguage();
  return (
    <>
      <TextArea
        name="definition"
        label={t('glossary:text.definition')}
        hint={t('glossary:field.definition_hint')}
        max={2000}
        {...(lang && { lang })}
      />
      <TextArea
        name="note"
        label={t('glossary:text.note')}
        hint={t('glossary:field.note_hint')}
        max={2000}
        optional
        {...(lang && { lang })}
      />
      <Choice name="domain" label={t('glossary:field.domain')} options={useDomains()} />
      <TextArea
        name="sources"
        label={t('glossary:field.sources')}
        hint={t('glossary:field.sources_hint')}
        rows={3}
        optional
      />
    </>
  );
}

interface MergeProps {
  slug: string;
  conflict: Conflict;
  yours: Record<string, string>;
}

function ConceptMerge({ slug, conflict, yours }: MergeProps) {
  const { t } = useLanguage();
  const theirs = conflict.theirs ?? { revision: 1 };
  const field = (name: string, label: string, more: object = {}) => ({
    ...{ name, label, theirs: shown(theirs[name]), yours: yours[name] ?? '', ...more },
  });
  return (
    <Merge
      action={`${conceptPath(slug)}/edit`}
      revision={theirs.revision}
      cancelPath={conceptPath(slug)}
      hidden={{ weight: yours['weight'] ?? 'meaning' }}
      fields={[
        field('definition', t('glossary:text.definition'), { long: true }),
        field('note', t('glossary:text.note'), { long: true }),
        field('locale', t('glossary:field.language'), { options: languageOptions() }),
        field('domain', t('glossary:field.domain'), { options: useDomains() }),
        field('sources', t('glossary:field.sources'), { long: true }),
      ]}
    />
  );
}

/** What stands now, as a field would have it typed. */
export const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : '';
};
