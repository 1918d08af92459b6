import { Conflict } from '../../core/errors/refusal';
import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { ownRulesPath } from '../moderation-paths';
import type { OwnRules } from './own-rules.entity';
import { RULES_LIMIT } from './own-rules.schema';

interface EditOwnRulesProps {
  slug: string;
  /** Also those that no longer hold. */
  rules: OwnRules | null;
  form: FormState;
}

/** Writes the rules of a partnership, or ends them. */
export function EditOwnRules({ slug, rules, form }: EditOwnRulesProps) {
  const { t } = useLanguage();
  const path = ownRulesPath(slug);
  const conflict = form.refusal instanceof Conflict && rules !== null;
  return (
    <div class="page">
      <TitleBlock title={t('moderation:own.edit')} lead={t('moderation:own.edit_lead')} />
      <div class="stack long-form section">
        {conflict && <Both path={path} rules={rules} yours={form.values} />}
        {!conflict && (
          <Form action={`${path}/edit`} state={form} id="rules">
            <Hidden name="revision" />
            <TextArea
              name="body"
              label={t('moderation:own.words')}
              hint={t('moderation:own.words_hint')}
              max={RULES_LIMIT}
              rows={14}
            />
            <LanguageSelect label={t('moderation:report.language')} />
            {rules && <WeightChoice />}
            <div class="row row-center">
              <Button kind="main">{t('moderation:own.save')}</Button>
              <Link path={path}>{t('moderation:cancel')}</Link>
            </div>
          </Form>
        )}
        {rules && rules.endedAt === null && (
          <Form action={`${path}/end`} id="end">
            <p class="soft">{t('moderation:own.end_words')}</p>
            <div>
              <Button kind="danger">{t('moderation:own.end')}</Button>
            </div>
          </Form>
        )}
      </div>
    </div>
  );
}

/** Somebody saved first. */
function Both({ path, rules, yours }: { path: string; rules: OwnRules; yours: Record<string, string> }) {
  const { t } = useLanguage();
  const { body, locale, revision } = rules;
  return (
    <Merge
      action={`${path}/edit`}
      revision={revision}
      cancelPath={path}
      hidden={{ locale: yours['locale'] ?? locale, weight: yours['weight'] ?? 'meaning' }}
      fields={[
        {
          ...{ name: 'body', label: t('moderation:own.words'), theirs: body, yours: yours['body'] ?? '' },
          ...{ lang: locale, long: true },
        },
      ]}
    />
  );
}
