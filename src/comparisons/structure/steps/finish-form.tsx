import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { boardPath } from '../comparison-paths';
import type { PlannedStep } from './comparison-steps.service';

/** Done, or not done after all. */
export function FinishForm({ slug, step: { step, country, doneAt } }: { slug: string; step: PlannedStep }) {
  const language = useLanguage();
  const { t } = language;
  const name = `${t(`comparisons:step.${step}`)}${country ? `, ${language.country(country)}` : ''}`;
  const words = doneAt ? 'undo' : 'finish';
  return (
    <Form
      action={`${boardPath(slug)}/steps/${step}`}
      id={`finish-${step}-${country ?? 'all'}`}
      class="inline-form"
    >
      <Hidden name="country" value={country ?? ''} />
      <Hidden name="done" value={doneAt ? 'false' : 'true'} />
      <Button small label={t(`comparisons:steps.${words}_named`, { name })}>
        {t(`comparisons:steps.${words}`)}
      </Button>
    </Form>
  );
}
