import { freshForm, type FormState } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Choice } from '../../../ui/parts/choice';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { Merge } from '../../../ui/parts/merge';
import { Notice } from '../../../ui/parts/notice';
import { Radios } from '../../../ui/parts/radios';
import { SectionHead } from '../../../ui/parts/section-head';
import { TextArea } from '../../../ui/parts/text-area';
import { WeightChoice } from '../../../ui/parts/weight-choice';
import { COMPARISON_STATUSES } from '../../comparison-facts';
import type { ComparisonRow } from '../../comparison.access';
import { editingPath } from '../comparison-paths';
import { LICENCES } from '../facts/comparison.schema';
import { type RefusedForm, theirsIn } from './editing-frame.service';
import { PeriodField } from './new-comparison';

interface FactsEditingProps {
  comparison: ComparisonRow;
  refused?: RefusedForm;
}

/** What is said of the whole comparison, and who may see it. */
export function FactsEditing({ comparison, refused }: FactsEditingProps) {
  const own = refused?.at === 'facts' ? refused.state : undefined;
  return (
    <>
      <StatusForm comparison={comparison} {...(refused?.at === 'status' && { state: refused.state })} />
      {comparison.status !== 'closed' &&
        (own && theirsIn(own) ? (
          <FactsMerge comparison={comparison} yours={own.values} />
        ) : (
          <FactsForm comparison={comparison} {...(own && { state: own })} />
        ))}
    </>
  );
}

function StatusForm({
  comparison: { slug, status },
  state,
}: {
  comparison: ComparisonRow;
  state?: FormState;
}) {
  const { t } = useLanguage();
  const options = COMPARISON_STATUSES.map((value) => ({
    value,
    label: t(`comparisons:status.${value}`),
    hint: t(`comparisons:status_means.${value}`),
  }));
  return (
    <section aria-labelledby="status-title">
      <SectionHead id="status-title" title={t('comparisons:editing.status')} />
      {status === 'closed' && <Notice kind="quiet">{t('comparisons:refusal.closed')}</Notice>}
      <Form action={`${editingPath(slug, 'facts')}/status`} id="turn" state={state ?? freshForm({ status })}>
        <Radios name="status" label={t('comparisons:editing.who_works')} options={options} />
        <div>
          <Button>{t('comparisons:editing.turn')}</Button>
        </div>
      </Form>
    </section>
  );
}

const valuesOf = ({ title, summary, locale, period, licence, doi, revision }: ComparisonRow) => ({
  title,
  summary: summary ?? '',
  locale,
  period: period ?? '',
  licence,
  doi: doi ?? '',
  revision: String(revision),
});

function FactsForm({ comparison, state }: { comparison: ComparisonRow; state?: FormState }) {
  const { t } = useLanguage();
  const { slug, locale } = comparison;
  const licences = LICENCES.map((licence) => ({ value: licence, label: licence }));
  return (
    <section aria-labelledby="facts-title">
      <SectionHead id="facts-title" title={t('comparisons:editing.facts')} />
      <Form action={editingPath(slug, 'facts')} id="edit" state={state ?? freshForm(valuesOf(comparison))}>
        <Hidden name="revision" />
        <Field name="title" label={t('comparisons:field.title')} lang={locale} />
        <TextArea
          name="summary"
          label={t('comparisons:field.summary')}
          hint={t('comparisons:editing.summary_hint')}
          lang={locale}
          max={2000}
          optional
          published
        />
        <LanguageSelect />
        <PeriodField />
        <Choice name="licence" label={t('comparisons:editing.licence')} options={licences} />
        <Field
          name="doi"
          label={t('comparisons:editing.doi')}
          hint={t('comparisons:editing.doi_hint')}
          width="middle"
          optional
          spellcheck={false}
        />
        <WeightChoice />
        <div>
          <Button kind="main">{t('comparisons:editing.save')}</Button>
        </div>
      </Form>
    </section>
  );
}

function FactsMerge({ comparison, yours }: { comparison: ComparisonRow; yours: Record<string, string> }) {
  const { t } = useLanguage();
  const theirs = valuesOf(comparison);
  const field = (name: 'title' | 'summary' | 'period' | 'doi', label: string) => ({
    name,
    label,
    theirs: theirs[name],
    yours: yours[name] ?? '',
  });
  const lang = comparison.locale;
  return (
    <Merge
      action={editingPath(comparison.slug, 'facts')}
      revision={comparison.revision}
      cancelPath={editingPath(comparison.slug, 'facts')}
      hidden={{ locale: yours['locale'] ?? lang, licence: yours['licence'] ?? comparison.licence }}
      fields={[
        { ...field('title', t('comparisons:field.title')), lang },
        { ...field('summary', t('comparisons:field.summary')), lang, long: true },
        field('period', t('comparisons:editing.period')),
        field('doi', t('comparisons:editing.doi')),
      ]}
    />
  );
}
