import { Conflict } from '../../core/errors/refusal';
import { freshForm, type FormState } from '../../core/http/form';
import type { OrganisationName } from '../../directory/organisations.service';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Merge, type MergeField } from '../../ui/parts/merge';
import { WeightChoice } from '../../ui/parts/weight-choice';
import type { Draft } from '../editing/practice-editing.service';
import type { Rows } from '../rows/row-kinds';
import { casePath, editPath, picturesPath, stepPath } from './case-paths';
import { RowList } from './row-list';
import { fieldLabel, optionsOf, StepQuestion } from './step-fields';
import { typedStep } from './step-values';
import { STEP_NAMES, type Step } from './steps';

interface StepPageProps {
  draft: Draft;
  step: Step;
  rows: Rows[keyof Rows][];
  organisations: OrganisationName[];
  refused?: FormState;
}

/** One step: saved by itself, and left at any time. */
export function StepPage({ draft, step, rows, organisations, refused }: StepPageProps) {
  const { t } = useLanguage();
  const { row } = draft;
  return (
    <>
      <div class="stack stack-tight">
        <h2>{t(`practices:step.${step.name}`)}</h2>
        <p class="soft">{t(`practices:step_lead.${step.name}`)}</p>
      </div>
      {refused?.refusal instanceof Conflict ? (
        <StepMerge draft={draft} step={step} organisations={organisations} yours={refused.values} />
      ) : (
        <Form
          action={stepPath(row.slug, step.name)}
          state={refused ?? freshForm(typedStep(row, step))}
          labels={Object.fromEntries(step.fields.map(({ name }) => [name, t(fieldLabel(name))]))}
        >
          <Hidden name="revision" />
          {step.fields.map((field) => (
            <StepQuestion field={field} lang={row.locale} organisations={organisations} />
          ))}
          {row.version > 0 && <WeightChoice />}
          <div class="row row-center">
            <Button kind="main">{t('practices:form.save')}</Button>
            <Button name="then" value="next">
              {t(
                step.name === STEP_NAMES.at(-1) ? 'practices:form.save_overview' : 'practices:form.save_next',
              )}
            </Button>
            <Link path={editPath(row.slug)}>{t('practices:form.leave')}</Link>
          </div>
        </Form>
      )}
      {step.name === 'more' && (
        <p>
          <ButtonLink path={picturesPath(row.slug)}>{t('practices:pictures.title')}</ButtonLink>
        </p>
      )}
      {step.list && <RowList slug={row.slug} lang={row.locale} list={step.list.name} rows={rows} />}
    </>
  );
}

/** Boxes cannot be merged as words: yours stand. */
function StepMerge({
  draft: { row },
  step,
  organisations,
  yours,
}: Pick<StepPageProps, 'draft' | 'step' | 'organisations'> & { yours: Record<string, string> }) {
  const language = useLanguage();
  const theirs = typedStep(row, step);
  const chosen = new Set(['choice', 'tick', 'ticks']);
  const fields = step.fields
    .filter(({ as }) => as !== 'ticks' && as !== 'tick')
    .map(({ name, as }): MergeField => ({
      name,
      label: language.t(fieldLabel(name)),
      theirs: theirs[name] ?? '',
      yours: yours[name] ?? '',
      ...(as === 'prose' && { long: true }),
      ...(!chosen.has(as) && { lang: row.locale }),
      ...(as === 'choice' && {
        options: [
          { value: '', label: language.t('practices:form.choose') },
          ...optionsOf(name, language, organisations),
        ],
      }),
    }));
  const names = new Set([...fields.map(({ name }) => name), 'revision', 'then']);
  const boxes = Object.entries(yours).filter(([name]) => !names.has(name));
  return (
    <Merge
      action={stepPath(row.slug, step.name)}
      revision={row.revision}
      fields={fields}
      cancelPath={stepPath(row.slug, step.name)}
      hidden={Object.fromEntries(boxes)}
    />
  );
}

/** What is there and what is missing, and the way to hand it in. */
export function FormOverview({
  draft: { row, missing, standing },
  submits,
}: {
  draft: Draft;
  submits: boolean;
}) {
  const { t } = useLanguage();
  return (
    <>
      <p>{t('practices:form.lead')}</p>
      {missing.length > 0 ? (
        <section class="stack" aria-labelledby="missing">
          <h2 id="missing">{t('practices:form.missing', { count: missing.length })}</h2>
          <ul class="stack stack-tight">
            {missing.map(({ step, field }) => (
              <li>
                <Link path={`${stepPath(row.slug, step)}#field-${field}`}>
                  {t(
                    field === 'actors' || field === 'results' || field === 'links'
                      ? `practices:rows.${field}`
                      : fieldLabel(field),
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p>{t('practices:form.complete')}</p>
      )}
      {submits && missing.length === 0 && standing.state !== 'editing' && (
        <Form action={`${casePath(row.slug)}/submit`} id="submit">
          <Button kind="main">{t('practices:act.submit')}</Button>
        </Form>
      )}
    </>
  );
}
