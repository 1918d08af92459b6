import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { page, type Page } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { PathLine, type Step as PathStep } from '../../ui/parts/path-line';
import type { Draft } from '../editing/practice-editing.service';
import type { Face } from '../workflow/case-frame';
import type { Missing } from '../practice-rules';
import { practicePath, PRACTICES } from '../practice-paths';
import { casePath, editPath, stepPath } from './case-paths';
import { STEP_NAMES, type StepName } from './steps';

interface FrameProps {
  draft: Draft;
  /** Which step is open; none: the overview. */
  at?: StepName;
  children: ComponentChildren;
}

/** The pages on which a case is written: the steps beside, with what is still missing in each. */
function FormFrame({ draft: { row, missing }, at, children }: FrameProps) {
  const { t, fromLanguage, inLanguage } = useLanguage();
  return (
    <div class="page">
      <div class="title-block">
        <p class="row small soft dots">
          <span>
            {t('practices:form.written', { in: inLanguage(row.locale), from: fromLanguage(row.locale) })}
          </span>
        </p>
        <div class="row row-center apart">
          <h1 lang={row.locale}>{row.title}</h1>
          <ButtonLink path={casePath(row.slug)}>{t('practices:form.case')}</ButtonLink>
        </div>
      </div>
      <div class="practice-form">
        <div class="stack stack-wide">{children}</div>
        <nav aria-label={t('practices:form.steps')}>
          <PathLine label={t('practices:form.steps')} steps={pathSteps(row.slug, missing, at, t)} />
        </nav>
      </div>
    </div>
  );
}

function pathSteps(
  slug: string,
  missing: readonly Missing[],
  at: StepName | undefined,
  t: ReturnType<typeof useLanguage>['t'],
): PathStep[] {
  return STEP_NAMES.map((name) => {
    const count = missing.filter(({ step }) => step === name).length;
    const label = t(`practices:step.${name}`);
    if (name === at) return { label, state: 'here' as const };
    const note = count > 0 && t('practices:form.missing', { count });
    return {
      label,
      path: stepPath(slug, name),
      state: count > 0 ? ('ahead' as const) : ('done' as const),
      note,
    };
  });
}

/** Puts one of these pages together. */
export function formPage(
  { language }: Reader,
  draft: Draft,
  body: ComponentChildren,
  { at, face, refused }: { at?: StepName; face: Face; refused?: FormState },
): Page {
  const { row } = draft;
  return page({
    ...face,
    title: at ? language.t(`practices:step.${at}`) : language.t('practices:form.title'),
    crumbs: [
      { label: language.t('practices:list.title'), path: PRACTICES },
      { label: row.title, path: practicePath(row.slug), lang: row.locale },
      ...(at ? [{ label: language.t('practices:form.title'), path: editPath(row.slug) }] : []),
    ],
    body: (
      <FormFrame draft={draft} {...(at && { at })}>
        {body}
      </FormFrame>
    ),
    hidden: true,
    ...(refused?.refusal && { status: refused.refusal.status }),
  });
}
