import type { ComponentChildren } from 'preact';
import { freshForm, type FormState } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { Radios } from '../../../ui/parts/radios';
import { SectionHead } from '../../../ui/parts/section-head';
import { TextArea } from '../../../ui/parts/text-area';
import { answerPath } from '../answer-paths';
import type { RefusedAct } from '../answering-frame.service';
import { CHECKS } from '../workflow/workflow.schema';
import type { AnswerView } from './answer-view.schema';

interface ActProps {
  of: AnswerView;
  refused?: RefusedAct;
}

const ACTS = ['present', 'agree', 'check', 'release', 'resume'] as const;

/** What the reader can do with the answer now. */
export function AnswerActs({ of, refused }: ActProps) {
  const { t } = useLanguage();
  const { can, lacking } = of;
  if (!ACTS.some((act) => can[act])) return null;
  const props = { of, ...(refused && { refused }) };
  return (
    <section class="stack stack-wide" aria-labelledby="acts">
      <SectionHead id="acts" title={t('comparisons:act.title')} />
      {can['agree'] && lacking.length > 0 && <Lacking of={lacking} />}
      {can['present'] && <Presenting {...props} />}
      {can['agree'] && lacking.length === 0 && <Agreeing {...props} />}
      {can['check'] && <Checking {...props} />}
      {can['release'] && <Reasoned {...props} act="release" />}
      {can['resume'] && <Reasoned {...props} act="resume" />}
    </section>
  );
}

const stateOf = ({ refused }: ActProps, at: string, fresh: Record<string, string> = {}): FormState =>
  refused?.at === at ? refused.state : freshForm(fresh);

function Lacking({ of }: { of: AnswerView['lacking'] }) {
  const { t } = useLanguage();
  return (
    <div class="stack stack-tight">
      <p>{t('comparisons:act.lacking')}</p>
      <ul>
        {of.map((name) => (
          <li>{t(`comparisons:lacking.${name}`)}</li>
        ))}
      </ul>
    </div>
  );
}

function Act(
  props: ActProps & {
    act: (typeof ACTS)[number];
    fresh?: Record<string, string>;
    children?: ComponentChildren;
    main?: boolean;
  },
) {
  const { of, act, fresh, children, main } = props;
  const { t } = useLanguage();
  return (
    <Form action={`${answerPath(of.id)}/${act}`} id={act} state={stateOf(props, act, fresh)}>
      <p class="soft measure">{t(`comparisons:act.${act}_lead`)}</p>
      {children}
      <div>
        <Button {...(main && { kind: 'main' as const })}>{t(`comparisons:act.${act}`)}</Button>
      </div>
    </Form>
  );
}

/** Two weeks, unless they say otherwise. */
const inTwoWeeks = (): string => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

function Presenting(props: ActProps) {
  const { t } = useLanguage();
  return (
    <Act {...props} act="present" fresh={{ until: inTwoWeeks() }}>
      <Field
        name="until"
        type="date"
        label={t('comparisons:act.until')}
        hint={t('comparisons:act.until_hint')}
        width="middle"
      />
    </Act>
  );
}

function Agreeing(props: ActProps) {
  return (
    <Act {...props} act="agree" main>
      <Hidden name="revision" value={props.of.revision} />
    </Act>
  );
}

function Checking(props: ActProps) {
  const { t, locale } = useLanguage();
  const answers = (['yes', 'no'] as const).map((value) => ({
    value,
    label: t(`comparisons:check.${value}`),
  }));
  return (
    <Act {...props} act="check" fresh={{ locale }} main>
      <Hidden name="version" value={props.of.version} />
      {CHECKS.map((name) => (
        <div class="stack stack-tight">
          <Radios
            name={name}
            label={t(`comparisons:check.${name}`)}
            hint={t(`comparisons:check.${name}_hint`)}
            options={answers}
            across
          />
          <TextArea
            name={`${name}Remark`}
            label={t(`comparisons:check.${name}_remark`)}
            rows={2}
            max={1000}
            optional
          />
        </div>
      ))}
      <LanguageSelect />
    </Act>
  );
}

function Reasoned({ act, ...props }: ActProps & { act: 'resume' | 'release' }) {
  const { t, locale } = useLanguage();
  return (
    <details open={props.refused?.at === act}>
      <summary>{t(`comparisons:act.${act}`)}</summary>
      <Act {...props} act={act} fresh={{ locale }}>
        <TextArea name="reason" label={t('comparisons:act.reason')} max={1000} />
        <LanguageSelect />
      </Act>
    </details>
  );
}
