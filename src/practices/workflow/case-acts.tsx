import type { ComponentChildren } from 'preact';
import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Choice } from '../../ui/parts/choice';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { casePath, editPath, judgePath } from '../form/case-paths';
import type { EligibleReviewer } from '../reviews/reviewers.service';
import { checkBox } from './case-forms';
import type { RefusedAct } from './case-frame';
import { CHECKS } from './check';
import type { StandingView } from './standing.schema';

interface ActProps {
  of: StandingView;
  refused?: RefusedAct;
}

/** What the reader can do with the case now; nothing for those whose move it is not. */
export function CaseActs({ of, eligible, refused }: ActProps & { eligible: EligibleReviewer[] }) {
  const { t } = useLanguage();
  const { can } = of;
  const props = { of, ...(refused && { refused }) };
  if (!Object.entries(can).some(([name, may]) => may && name !== 'withdraw'))
    return <Withdrawing {...props} />;
  return (
    <section class="stack stack-wide" aria-labelledby="acts">
      <SectionHead id="acts" title={t('practices:act.title')} />
      {can.submit && (
        <p>
          <ButtonLink path={editPath(of.slug)}>{t('practices:act.write')}</ButtonLink>
        </p>
      )}
      {can.check && <Checking {...props} />}
      {can.answer && (
        <p>
          <ButtonLink kind="main" path={judgePath(of.slug)}>
            {t('practices:act.answer')}
          </ButtonLink>
        </p>
      )}
      {can.judge && (
        <p>
          <ButtonLink kind="main" path={judgePath(of.slug)}>
            {t('practices:act.judge')}
          </ButtonLink>
        </p>
      )}
      {can.volunteer && <Plain {...props} act="volunteer" lead={t('practices:act.volunteer_lead')} />}
      {can.invite && <Inviting {...props} eligible={eligible} />}
      {can.take && <Plain {...props} act="take" lead={t('practices:act.take_lead')} main />}
      {can.freeze && <Freezing {...props} />}
      {can.publish && <Plain {...props} act="publish" lead={t('practices:act.publish_lead')} main />}
      {can.reopen && <Reasoned {...props} act="reopen" />}
      <Withdrawing {...props} />
    </section>
  );
}

const stateOf = ({ refused }: ActProps, at: string, fresh: Record<string, string> = {}): FormState =>
  refused?.at === at ? refused.state : freshForm(fresh);

/** One button. */
function Plain({
  act,
  lead,
  main,
  ...props
}: ActProps & { act: 'volunteer' | 'take' | 'publish'; lead: ComponentChildren; main?: boolean }) {
  const { t } = useLanguage();
  return (
    <Form action={`${casePath(props.of.slug)}/${act}`} id={act} state={stateOf(props, act)}>
      <p class="soft">{lead}</p>
      <Button {...(main && { kind: 'main' as const })}>{t(`practices:act.${act}`)}</Button>
    </Form>
  );
}

function Checking(props: ActProps) {
  const { t, locale } = useLanguage();
  const action = `${casePath(props.of.slug)}/check`;
  return (
    <Form action={action} id="check" state={stateOf(props, 'check', { locale })}>
      <FieldGroup label={t('practices:check.title')} hint={t('practices:check.lead')}>
        {CHECKS.map((check) => (
          <Checkbox
            name={checkBox(check)}
            label={t(`practices:check.${check}`)}
            hint={t(`practices:check_hint.${check}`)}
          />
        ))}
      </FieldGroup>
      <TextArea
        name="comment"
        label={t('practices:check.comment')}
        hint={t('practices:check.comment_hint')}
        optional
      />
      <LanguageSelect />
      <div class="row row-center">
        <Button kind="main" name="decision" value="pass">
          {t('practices:act.pass')}
        </Button>
        <Button name="decision" value="return">
          {t('practices:act.return')}
        </Button>
      </div>
    </Form>
  );
}

function Inviting({ eligible, ...props }: ActProps & { eligible: EligibleReviewer[] }) {
  const language = useLanguage();
  const { t } = language;
  if (eligible.length === 0) return <p class="soft">{t('practices:act.nobody_eligible')}</p>;
  const options = eligible.map(({ id, name, country }) => ({
    value: id,
    label: `${name} (${language.country(country)})`,
  }));
  return (
    <Form action={`${casePath(props.of.slug)}/reviewers`} id="invite" state={stateOf(props, 'invite')}>
      <Choice
        name="personId"
        label={t('practices:act.reviewer')}
        hint={t('practices:act.reviewer_hint')}
        options={options}
      />
      <div>
        <Button>{t('practices:act.invite')}</Button>
      </div>
    </Form>
  );
}

function Freezing(props: ActProps) {
  const { t } = useLanguage();
  return (
    <Form action={`${casePath(props.of.slug)}/freeze`} id="freeze" state={stateOf(props, 'freeze')}>
      <p class="soft">{t('practices:act.freeze_lead')}</p>
      <TextArea name="note" label={t('practices:act.freeze_note')} max={500} optional />
      <div>
        <Button kind="main">{t('practices:act.freeze')}</Button>
      </div>
    </Form>
  );
}

function Reasoned({ act, danger, ...props }: ActProps & { act: 'reopen' | 'withdraw'; danger?: boolean }) {
  const { t, locale } = useLanguage();
  const open = props.refused?.at === act;
  return (
    <details open={open}>
      <summary>{t(`practices:act.${act}`)}</summary>
      <Form action={`${casePath(props.of.slug)}/${act}`} id={act} state={stateOf(props, act, { locale })}>
        <p class="soft">{t(`practices:act.${act}_lead`)}</p>
        <TextArea name="reason" label={t('practices:act.reason')} max={1000} />
        <LanguageSelect />
        <div>
          <Button {...(danger && { kind: 'danger' as const })}>{t(`practices:act.${act}`)}</Button>
        </div>
      </Form>
    </details>
  );
}

function Withdrawing(props: ActProps) {
  return props.of.can.withdraw ? <Reasoned {...props} act="withdraw" danger /> : null;
}
