import type { FormState } from '../../core/http/form';
import type { PostView } from '../../rooms/posts/post.schema';
import { postPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Field } from '../../ui/parts/field';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { groundWords, LAW_GROUNDS, RULE_GROUNDS } from '../grounds';
import { ReportedPost } from '../reported-post';
import { EXPLANATION_LIMIT, type ReportKind } from './report.schema';

interface ReportProps {
  post: PostView;
  form: FormState;
  /** Has an account: then the hub knows whom to answer. */
  known: boolean;
}

/** The one question that comes first: rules of the house, or the law. */
export function ChooseKind({ post, form }: ReportProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('moderation:report.title')} lead={t('moderation:report.lead')} />
      <div class="stack long-form">
        <ReportedPost post={post} />
        <Form action={`/posts/${post.id}/report`} method="get" state={form}>
          <Radios
            name="kind"
            label={t('moderation:report.what')}
            usual="rule"
            options={[
              {
                value: 'rule',
                label: t('moderation:report.kind.rule'),
                hint: t('moderation:report.kind.rule_hint'),
              },
              {
                value: 'law',
                label: t('moderation:report.kind.law'),
                hint: t('moderation:report.kind.law_hint'),
              },
            ]}
          />
          <div class="row row-center">
            <Button kind="main">{t('moderation:continue')}</Button>
            <Link path={postPath(post.threadId, post.number)}>{t('moderation:cancel')}</Link>
          </div>
        </Form>
        <p class="small">
          <Link path={PATHS.houseRules}>{t('moderation:rules.title')}</Link>
        </p>
      </div>
    </div>
  );
}

/** What a report of this kind needs. */
export function ReportForm({ post, form, known, kind }: ReportProps & { kind: ReportKind }) {
  const { t } = useLanguage();
  const law = kind === 'law';
  const grounds = law ? LAW_GROUNDS : RULE_GROUNDS;
  return (
    <div class="page">
      <TitleBlock
        title={t('moderation:report.title')}
        lead={t(law ? 'moderation:report.lead_law' : 'moderation:report.lead_rule')}
      />
      <div class="stack long-form">
        <ReportedPost post={post} />
        <Form
          action={`/posts/${post.id}/report`}
          state={form}
          labels={{ name: t('moderation:report.name'), email: t('moderation:report.email') }}
        >
          <Hidden name="kind" value={kind} />
          <Radios
            name="ground"
            label={t(law ? 'moderation:report.which_law' : 'moderation:report.which_rule')}
            options={grounds.map((value) => ({ value, label: t(groundWords(value)) }))}
          />
          <TextArea
            name="explanation"
            label={t('moderation:report.explanation')}
            hint={t(law ? 'moderation:report.explanation_law' : 'moderation:report.explanation_rule')}
            optional={!law}
            max={EXPLANATION_LIMIT}
            rows={6}
          />
          <LanguageSelect label={t('moderation:report.language')} />
          {!known && <Sender law={law} />}
          {law && <Checkbox name="goodFaith" label={t('moderation:report.good_faith')} required />}
          <Trap />
          <p class="small soft">{t('moderation:report.place')}</p>
          <div class="row row-center">
            <Button kind="main">{t('moderation:report.send')}</Button>
            <Link path={postPath(post.threadId, post.number)}>{t('moderation:cancel')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}

/** Of who has no account. */
function Sender({ law }: { law: boolean }) {
  const { t } = useLanguage();
  return (
    <FieldGroup
      label={t('moderation:report.you')}
      hint={t(law ? 'moderation:report.you_law' : 'moderation:report.you_rule')}
    >
      {law && <Field name="name" label={t('moderation:report.name')} autocomplete="name" />}
      <Field
        name="email"
        type="email"
        label={t('moderation:report.email')}
        autocomplete="email"
        optional={!law}
      />
    </FieldGroup>
  );
}

/** Programs fill in every field; people do not see this one, and who hears it is told to leave it empty. */
function Trap() {
  const { t } = useLanguage();
  return (
    <div hidden>
      <Field name="website" label={t('moderation:problem.leave_empty')} autocomplete="off" optional />
    </div>
  );
}
