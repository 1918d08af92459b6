import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { USUAL } from '../conclusion-facts';
import { conclusionPath } from '../conclusion-paths';
import type { ConclusionSummary, ConclusionView } from '../reading/conclusion.schema';

/** A form on the page that was refused: which one, and what was typed. */
export interface RefusedAct {
  at: string;
  state: FormState;
}

interface ActProps {
  of: ConclusionView;
  refused?: RefusedAct | undefined;
}

const DAY = 86_400_000;

/** What those who keep the room can do with it now; nothing for others. */
export function Acts({ others, ...props }: ActProps & { others: ConclusionSummary[] }) {
  const { t } = useLanguage();
  const { can, id } = props.of;
  const { edit, open, adopt, redraft, amend, replace, withdraw, show } = can;
  if (![edit, open, adopt, redraft, amend, replace, withdraw, show].some(Boolean)) return null;
  return (
    <section class="stack" aria-labelledby="acts">
      <SectionHead id="acts" title={t('conclusions:act.title')} flush />
      {edit && (
        <p>
          <ButtonLink path={conclusionPath(id, 'edit')}>{t('conclusions:act.edit')}</ButtonLink>
        </p>
      )}
      {open && <Opening {...props} />}
      {adopt && <Adopting {...props} />}
      {redraft && <Reasoned {...props} act="redraft" optional />}
      {amend && <Reasoned {...props} act="amend" />}
      {replace && others.length > 0 && <Replacing {...props} others={others} />}
      {show && <Showing {...props} />}
      {withdraw && <Reasoned {...props} act="withdraw" danger />}
    </section>
  );
}

const stateOf = ({ refused }: ActProps, at: string, fresh: Record<string, string> = {}): FormState =>
  refused?.at === at ? refused.state : freshForm(fresh);

const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

function Opening(props: ActProps) {
  const { t } = useLanguage();
  const state = stateOf(props, 'open', { until: inDays(USUAL) });
  return (
    <Form
      action={conclusionPath(props.of.id, 'open')}
      id="open"
      state={state}
      label={t('conclusions:act.open')}
    >
      <Field
        name="until"
        type="date"
        width="middle"
        label={t('conclusions:act.until')}
        hint={t('conclusions:act.until_hint')}
      />
      <div>
        <Button kind="main">{t('conclusions:act.open')}</Button>
      </div>
    </Form>
  );
}

function Adopting(props: ActProps) {
  const { t, locale } = useLanguage();
  const early = new Date(props.of.positionsUntil!) > new Date();
  return (
    <Form
      action={conclusionPath(props.of.id, 'adopt')}
      id="adopt"
      state={stateOf(props, 'adopt', { locale })}
      label={t('conclusions:act.adopt')}
    >
      <p class="soft">{t('conclusions:act.adopt_lead')}</p>
      {early ? (
        <>
          <TextArea
            name="early"
            label={t('conclusions:act.early')}
            hint={t('conclusions:act.early_hint')}
            max={1000}
            rows={2}
            optional
          />
          <LanguageSelect />
        </>
      ) : (
        <Hidden name="locale" value={locale} />
      )}
      <div>
        <Button {...(!early && { kind: 'main' as const })}>{t('conclusions:act.adopt')}</Button>
      </div>
    </Form>
  );
}

interface ReasonedProps extends ActProps {
  act: 'redraft' | 'amend' | 'withdraw';
  optional?: boolean;
  danger?: boolean;
}

function Reasoned({ act, optional, danger, ...props }: ReasonedProps) {
  const { t, locale } = useLanguage();
  return (
    <details open={props.refused?.at === act}>
      <summary>{t(`conclusions:act.${act}`)}</summary>
      <Form
        action={conclusionPath(props.of.id, act)}
        id={act}
        state={stateOf(props, act, { locale })}
        label={t(`conclusions:act.${act}`)}
      >
        <p class="soft">{t(`conclusions:act.${act}_lead`)}</p>
        <TextArea name="reason" label={t('conclusions:act.reason')} max={1000} rows={2} optional={optional} />
        <LanguageSelect />
        <div>
          <Button {...(danger && { kind: 'danger' as const })}>{t(`conclusions:act.${act}`)}</Button>
        </div>
      </Form>
    </details>
  );
}

function Replacing({ others, ...props }: ActProps & { others: ConclusionSummary[] }) {
  const { t } = useLanguage();
  const options = others.map(({ id, number, statement }) => ({
    value: id,
    label: `${number}. ${statement.text}`,
    lang: statement.locale,
  }));
  return (
    <details open={props.refused?.at === 'replace'}>
      <summary>{t('conclusions:act.replace')}</summary>
      <Form
        action={conclusionPath(props.of.id, 'replace')}
        id="replace"
        state={stateOf(props, 'replace')}
        label={t('conclusions:act.replace')}
      >
        <Choice name="by" label={t('conclusions:act.by')} options={options} />
        <div>
          <Button>{t('conclusions:act.replace')}</Button>
        </div>
      </Form>
    </details>
  );
}

function Showing(props: ActProps) {
  const { t } = useLanguage();
  const act = props.of.public ? 'hide' : 'show';
  return (
    <Form
      action={conclusionPath(props.of.id, 'audience')}
      id="audience"
      state={stateOf(props, 'audience')}
      label={t(`conclusions:act.${act}`)}
    >
      <p class="soft">{t(`conclusions:act.${act}_lead`)}</p>
      <Hidden name="everyone" value={String(!props.of.public)} />
      <div>
        <Button>{t(`conclusions:act.${act}`)}</Button>
      </div>
    </Form>
  );
}
