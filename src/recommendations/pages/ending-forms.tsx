import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { codeOf, LIMITS } from '../recommendation-facts';
import { recommendationPath } from '../recommendation-paths';
import type { Recommendation } from '../recommendation.entity';

interface EndingProps {
  recommendation: Pick<Recommendation, 'id' | 'number' | 'text' | 'locale'>;
  state: FormState;
}

/** It is no longer advised: why? */
export function WithdrawForm({ recommendation, state }: EndingProps) {
  const { t } = useLanguage();
  const path = recommendationPath(recommendation.id);
  return (
    <div class="page">
      <TitleBlock
        title={t('recommendations:withdrawn.ask', { code: codeOf(recommendation) })}
        lead={t('recommendations:withdrawn.lead')}
      />
      <Form action={`${path}/withdraw`} state={state} class="stack narrow">
        <TextArea name="reason" label={t('recommendations:withdrawn.reason')} max={LIMITS.reason} />
        <LanguageSelect />
        <div class="row row-center">
          <Button kind="danger">{t('recommendations:act.withdraw')}</Button>
          <Link path={path}>{t('recommendations:act.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

interface ReplaceProps extends EndingProps {
  successors: Pick<Recommendation, 'id' | 'number' | 'text' | 'locale'>[];
}

/** Another one takes its place. */
export function ReplaceForm({ recommendation, successors, state }: ReplaceProps) {
  const { t } = useLanguage();
  const path = recommendationPath(recommendation.id);
  const options = successors.map((each) => ({
    ...{ value: each.id, label: `${codeOf(each)} ${each.text.slice(0, 120)}`, lang: each.locale },
  }));
  return (
    <div class="page">
      <TitleBlock
        title={t('recommendations:replaced.ask', { code: codeOf(recommendation) })}
        lead={t('recommendations:replaced.lead')}
      />
      <Form action={`${path}/replace`} state={state} class="stack narrow">
        <Choice
          name="by"
          label={t('recommendations:replaced.by')}
          empty={t('recommendations:choose')}
          options={options}
        />
        <div class="row row-center">
          <Button kind="main">{t('recommendations:act.replace')}</Button>
          <Link path={path}>{t('recommendations:act.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
