import { freshForm, type FormState } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { Link } from '../../../ui/parts/link';
import { SectionHead } from '../../../ui/parts/section-head';
import type { ComparisonRow } from '../../comparison.access';
import { editingPath, stepPath } from '../comparison-paths';
import type { PlannedStep } from './comparison-steps.service';
import { StepStanding } from './step-standing';

interface StepsEditingProps {
  comparison: ComparisonRow;
  steps: PlannedStep[];
  /** Of the form that suggests days. */
  state?: FormState;
}

/** Who does what until when, for those who plan it. */
export function StepsEditing({ comparison: { slug }, steps, state }: StepsEditingProps) {
  const { t } = useLanguage();
  return (
    <>
      <p class="soft">{t('comparisons:steps.lead')}</p>
      <div class="scroll" role="region" aria-label={t('comparisons:steps.title')} tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t('comparisons:steps.step')}</th>
              <th scope="col">{t('comparisons:countries.country')}</th>
              <th scope="col">{t('comparisons:steps.owner')}</th>
              <th scope="col">{t('comparisons:steps.due')}</th>
              <th scope="col">{t('comparisons:steps.change')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRow slug={slug} step={step} />
            ))}
          </tbody>
        </table>
      </div>
      <section aria-labelledby="suggest-title">
        <SectionHead id="suggest-title" title={t('comparisons:steps.suggest')} />
        <Form action={editingPath(slug, 'steps')} id="suggest" state={state ?? freshForm()}>
          <Field
            name="start"
            type="date"
            label={t('comparisons:steps.start')}
            hint={t('comparisons:steps.start_hint')}
            width="middle"
          />
          <div>
            <Button>{t('comparisons:steps.suggest')}</Button>
          </div>
        </Form>
      </section>
    </>
  );
}

function StepRow({ slug, step: planned }: { slug: string; step: PlannedStep }) {
  const language = useLanguage();
  const { t } = language;
  const { step, country, owner } = planned;
  const name = t(`comparisons:step.${step}`);
  const place = country ? language.country(country) : t('comparisons:steps.all');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{place}</td>
      <td>{owner?.name ?? <span class="soft">{t('comparisons:steps.nobody')}</span>}</td>
      <td>
        <StepStanding step={planned} />
      </td>
      <td>
        <Link path={stepPath(slug, step, country ?? '')}>
          {t('comparisons:steps.change')}
          <span class="visually-hidden">
            : {name}, {place}
          </span>
        </Link>
      </td>
    </tr>
  );
}
