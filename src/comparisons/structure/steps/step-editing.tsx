import { freshForm } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Choice } from '../../../ui/parts/choice';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { Merge } from '../../../ui/parts/merge';
import { SectionHead } from '../../../ui/parts/section-head';
import type { ComparisonRow } from '../../comparison.access';
import { editingPath, stepPath } from '../comparison-paths';
import { type RefusedForm, theirsIn } from '../pages/editing-frame.service';
import type { PlannedStep } from './comparison-steps.service';
import { FinishForm } from './finish-form';

interface StepEditingProps {
  comparison: ComparisonRow;
  step: PlannedStep;
  people: { id: string; name: string }[];
  refused?: RefusedForm;
}

/** One step: who sees to it, until when, and whether it is done. */
export function StepEditing({ comparison: { slug }, step: planned, people, refused }: StepEditingProps) {
  const language = useLanguage();
  const { t } = language;
  const { step, country } = planned;
  const name = t(`comparisons:step.${step}`);
  return (
    <section aria-labelledby="step-title">
      <SectionHead id="step-title" title={country ? `${name}: ${language.country(country)}` : name} />
      <p class="soft">{t(`comparisons:step_means.${step}`)}</p>
      {refused && theirsIn(refused.state) ? (
        <StepMerge slug={slug} step={planned} people={people} yours={refused.state.values} />
      ) : (
        <PlanForm slug={slug} step={planned} people={people} {...(refused && { refused })} />
      )}
      <FinishForm slug={slug} step={planned} />
    </section>
  );
}

interface PlanProps {
  slug: string;
  step: PlannedStep;
  people: { id: string; name: string }[];
  refused?: RefusedForm;
}

const choices = (people: PlanProps['people']) => people.map(({ id, name }) => ({ value: id, label: name }));

function PlanForm({ slug, step: { step, country, owner, dueOn, revision }, people, refused }: PlanProps) {
  const { t } = useLanguage();
  const fresh = freshForm({ owner: owner?.id ?? '', dueOn: dueOn ?? '', revision: String(revision) });
  return (
    <Form action={stepPath(slug, step, country ?? '')} id="plan" state={refused?.state ?? fresh}>
      <Hidden name="revision" />
      <Choice
        name="owner"
        label={t('comparisons:steps.owner')}
        hint={t('comparisons:steps.owner_hint')}
        empty={t('comparisons:steps.nobody')}
        options={choices(people)}
        optional
      />
      <Field name="dueOn" type="date" label={t('comparisons:steps.due')} width="middle" optional />
      <div>
        <Button kind="main">{t('comparisons:editing.save')}</Button>
      </div>
    </Form>
  );
}

function StepMerge({ slug, step: planned, people, yours }: PlanProps & { yours: Record<string, string> }) {
  const { t } = useLanguage();
  const { step, country, owner, dueOn, revision } = planned;
  const options = [{ value: '', label: t('comparisons:steps.nobody') }, ...choices(people)];
  const label = t('comparisons:steps.owner');
  return (
    <Merge
      action={stepPath(slug, step, country ?? '')}
      revision={revision}
      cancelPath={editingPath(slug, 'steps')}
      fields={[
        { name: 'owner', label, theirs: owner?.id ?? '', yours: yours['owner'] ?? '', options },
        {
          ...{ name: 'dueOn', label: t('comparisons:steps.due') },
          ...{ theirs: dueOn ?? '', yours: yours['dueOn'] ?? '' },
        },
      ]}
    />
  );
}
