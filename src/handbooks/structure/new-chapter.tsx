import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { SectionHead } from '../../ui/parts/section-head';
import { DEEPEST_CHAPTER } from '../chapter.entity';
import type { HandbookRow } from '../handbook.access';
import { editingPath } from './editing-paths';
import type { Structure } from './structure.service';
import { titleOf } from './title-of';

/** The form that adds a part, a chapter or a section. */
export function NewChapter({
  row,
  outline,
  state,
}: {
  row: HandbookRow;
  outline: Structure;
  state: FormState | undefined;
}) {
  const { t } = useLanguage();
  const parents = outline.all.filter(({ depth }) => depth < DEEPEST_CHAPTER);
  return (
    <section aria-labelledby="new-chapter">
      <SectionHead id="new-chapter" title={t('handbooks:structure.new')} />
      <Form
        action={`${editingPath(row.slug)}/chapters`}
        id="add"
        state={state ?? freshForm({ locale: row.locale })}
      >
        <Field name="title" label={t('handbooks:field.chapter_title')} />
        <Choice
          name="below"
          label={t('handbooks:structure.stands')}
          empty={t('handbooks:structure.outermost')}
          options={parents.map((entry) => ({
            value: entry.chapter.slug,
            label: t('handbooks:structure.below', { title: titleOf(entry) }),
          }))}
          optional="silently"
        />
        <LanguageSelect
          label={t('handbooks:structure.language')}
          hint={t('handbooks:structure.language_hint')}
        />
        <div>
          <Button kind="main">{t('handbooks:structure.add')}</Button>
        </div>
      </Form>
    </section>
  );
}
