import type { FormState } from '../../core/http/form';
import type { ConceptView } from '../../glossary/concepts/concept.schema';
import { conceptPath } from '../../glossary/reading/concept-paths';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';

/** Where the first post about a concept is written. */
export function NewDiscussion({ concept, state }: { concept: ConceptView; state: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('glossary:discussion.new')} lead={t('glossary:discussion.lead')}>
        <p class="said" lang={concept.headword.locale}>
          {concept.headword.word}
        </p>
      </TitleBlock>
      <Form action={`${conceptPath(concept.slug)}/discussion`} state={state}>
        <Hidden name="clientId" />
        <TextArea name="body" label={t('glossary:discussion.body')} rows={6} />
        <LanguageSelect />
        <div class="row row-center">
          <Button kind="main">{t('glossary:discussion.send')}</Button>
          <Link path={conceptPath(concept.slug)}>{t('glossary:editing.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
