import { Conflict } from '../../core/errors/refusal';
import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { TitleBlock } from '../../ui/parts/title-block';
import type { Locale } from '../../core/i18n/locales';
import type { Term } from '../terms/term';
import { conceptPath, termPath } from '../reading/concept-paths';
import { shown } from './concept-editing';
import { TermFields, useTermOptions } from './term-fields';

export function NewTerm({ slug, locales, state }: { slug: string; locales: Locale[]; state: FormState }) {
  const { t } = useLanguage();
  const path = conceptPath(slug);
  return (
    <div class="page">
      <TitleBlock title={t('glossary:term.new')} />
      <Form action={`${path}/terms`} state={state}>
        <LanguageSelect label={t('glossary:field.term_language')} locales={locales} />
        <TermFields />
        <div class="row row-center">
          <Button kind="main">{t('glossary:term.add')}</Button>
          <Link path={path}>{t('glossary:editing.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

interface EditTermProps {
  slug: string;
  term: Term;
  state: FormState;
}

export function EditTerm({ slug, term, state }: EditTermProps) {
  const { t } = useLanguage();
  const path = termPath(slug, term.id);
  return (
    <div class="page">
      <TitleBlock title={t('glossary:term.title')} lead={term.word} lang={undefined} />
      {state.refusal instanceof Conflict ? (
        <TermMerge slug={slug} term={term} conflict={state.refusal} yours={state.values} />
      ) : (
        <div class="stack stack-wide">
          <Form action={path} state={state}>
            <Hidden name="revision" />
            <TermFields lang={term.locale} />
            <div class="row row-center">
              <Button kind="main">{t('glossary:editing.save')}</Button>
              <Link path={conceptPath(slug)}>{t('glossary:editing.cancel')}</Link>
            </div>
          </Form>
          <Form action={`${path}/remove`} id="remove">
            <Hidden name="revision" value={term.revision} />
            <div>
              <Button kind="danger" small>
                {t('glossary:term.remove')}
              </Button>
            </div>
          </Form>
        </div>
      )}
    </div>
  );
}

interface TermMergeProps {
  slug: string;
  term: Term;
  conflict: Conflict;
  yours: Record<string, string>;
}

function TermMerge({ slug, term, conflict, yours }: TermMergeProps) {
  const { t } = useLanguage();
  const options = useTermOptions();
  const theirs = conflict.theirs ?? { revision: term.revision };
  const field = (name: string, label: string, more: object = {}) => ({
    ...{ name, label, theirs: shown(theirs[name]), yours: yours[name] ?? '', ...more },
  });
  return (
    <Merge
      action={termPath(slug, term.id)}
      revision={theirs.revision}
      cancelPath={conceptPath(slug)}
      fields={[
        field('word', t('glossary:field.word'), { lang: term.locale }),
        field('standing', t('glossary:field.standing'), { options: options.standing }),
        field('confidence', t('glossary:field.confidence'), { options: options.confidence }),
        field('partOfSpeech', t('glossary:field.part_of_speech'), { options: options.partOfSpeech }),
        field('gender', t('glossary:field.gender'), { options: options.gender }),
        field('note', t('glossary:field.term_note'), { long: true }),
        field('sources', t('glossary:field.sources'), { long: true }),
      ]}
    />
  );
}
