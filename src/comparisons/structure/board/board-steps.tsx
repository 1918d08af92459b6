import { useLanguage } from '../../../ui/language';
import type { PlannedStep } from '../steps/comparison-steps.service';
import { FinishForm } from '../steps/finish-form';
import { StepStanding } from '../steps/step-standing';

interface BoardStepsProps {
  slug: string;
  steps: PlannedStep[];
  mine: ReadonlySet<PlannedStep>;
}

/** Every step with who sees to it and until when; whoever may, calls it done here. */
export function BoardSteps({ slug, steps, mine }: BoardStepsProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <ol class="list list-close">
      {steps.map((step) => {
        const { country, owner } = step;
        return (
          <li class="with-action">
            <div>
              <p>
                {t(`comparisons:step.${step.step}`)}
                {country && <span class="soft"> · {language.country(country)}</span>}
              </p>
              <p class="row row-center small">
                <span class="soft">{owner?.name ?? t('comparisons:steps.nobody')}</span>
                <span>
                  <StepStanding step={step} />
                </span>
              </p>
            </div>
            {mine.has(step) && <FinishForm slug={slug} step={step} />}
          </li>
        );
      })}
    </ol>
  );
}
