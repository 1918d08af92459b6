import type { FormState } from '../../core/http/form';
import { COUNTRIES } from '../../directory/countries';
import type { OrganisationName } from '../../directory/organisations.service';
import { ACCEPTED } from '../../files/intake/file-types';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { FileField } from '../../ui/parts/file-field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Said } from '../../ui/parts/said';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { LIMITS, UPTAKE_STATES } from '../recommendation-facts';
import { recommendationPath } from '../recommendation-paths';
import type { RecommendationView } from '../recommendation.schema';
import { words } from '../recommendation-words';
import type { UptakeView } from './uptake.schema';
import { Who } from './uptake-list';

interface TellProps {
  view: RecommendationView;
  organisations: OrganisationName[];
  state: FormState;
}

/** Telling that somebody has taken it up. */
export function TellUptake({ view, organisations, state }: TellProps) {
  const { t } = useLanguage();
  const path = recommendationPath(view.id);
  return (
    <div class="page">
      <TitleBlock title={t('recommendations:uptake.tell')} lead={t('recommendations:uptake.lead')}>
        <Said lang={view.text.locale}>{view.text.text}</Said>
      </TitleBlock>
      <Form action={`${path}/uptakes/new`} state={state} class="stack narrow" files>
        <WhoFields organisations={organisations} />
        <StateFields />
        <div class="row row-center">
          <Button kind="main">{t('recommendations:uptake.send')}</Button>
          <Link path={path}>{t('recommendations:act.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

function WhoFields({ organisations }: Pick<TellProps, 'organisations'>) {
  const language = useLanguage();
  const { t } = language;
  const countries = COUNTRIES.filter((code) => code !== 'EU').map((value) => ({
    ...{ value, label: language.country(value) },
  }));
  return (
    <>
      <Choice
        name="organisationId"
        label={t('recommendations:uptake.organisation')}
        empty={t('recommendations:uptake.not_listed')}
        options={organisations.map(({ id, name, lang }) => ({ value: id, label: name, lang }))}
        optional
      />
      <Field
        name="name"
        label={t('recommendations:uptake.name')}
        hint={t('recommendations:uptake.name_hint')}
        optional
      />
      <Choice
        name="country"
        label={t('recommendations:field.country')}
        empty={t('recommendations:choose')}
        options={language.sort(countries, ({ label }) => label)}
      />
    </>
  );
}

function StateFields() {
  const { t } = useLanguage();
  return (
    <>
      <Choice
        name="state"
        label={t('recommendations:uptake.state')}
        options={UPTAKE_STATES.map((value) => ({ value, label: t(words.uptake(value)) }))}
      />
      <Field name="since" type="date" label={t('recommendations:uptake.since_when')} width="middle" />
      <TextArea
        name="proof"
        label={t('recommendations:uptake.proof')}
        hint={t('recommendations:uptake.proof_hint')}
        max={LIMITS.proof}
        optional
      />
      <LanguageSelect />
      <Field name="address" type="url" label={t('recommendations:uptake.address')} optional />
      <FileField name="file" label={t('recommendations:uptake.file')} accept={ACCEPTED} optional />
    </>
  );
}

interface UpdateProps {
  view: RecommendationView;
  uptake: UptakeView;
  organisations: OrganisationName[];
  /** The form that was refused, by its name. */
  states: { update: FormState; correct: FormState; withdraw: FormState };
}

/** What has come of it since; for those who write the comparison also putting it right. */
export function UpdateUptake({ view, uptake, organisations, states }: UpdateProps) {
  const { t } = useLanguage();
  const { id, can } = uptake;
  const back = recommendationPath(view.id);
  const path = `${back}/uptakes/${id}`;
  return (
    <div class="page">
      <TitleBlock title={t('recommendations:uptake.update')} lead={t('recommendations:uptake.update_lead')}>
        <p class="item-title">
          <Who who={uptake.who} />
        </p>
        <Said lang={view.text.locale}>{view.text.text}</Said>
      </TitleBlock>
      <Form action={path} state={states.update} class="stack narrow" id="update" files>
        <StateFields />
        <div class="row row-center">
          <Button kind="main">{t('recommendations:uptake.send')}</Button>
          <Link path={back}>{t('recommendations:act.cancel')}</Link>
        </div>
      </Form>
      {can.correct && (
        <section class="section" aria-labelledby="correct">
          <SectionHead id="correct" title={t('recommendations:uptake.correct')} />
          <Form action={`${path}/correct`} state={states.correct} class="stack narrow" id="correcting">
            <WhoFields organisations={organisations} />
            <div>
              <Button>{t('recommendations:act.save')}</Button>
            </div>
          </Form>
        </section>
      )}
      {can.withdraw && (
        <section class="section" aria-labelledby="withdraw">
          <SectionHead id="withdraw" title={t('recommendations:uptake.withdraw')} />
          <Form action={`${path}/withdraw`} state={states.withdraw} class="stack narrow" id="withdrawing">
            <TextArea name="reason" label={t('recommendations:withdrawn.reason')} max={LIMITS.reason} />
            <LanguageSelect />
            <div>
              <Button kind="danger">{t('recommendations:act.withdraw')}</Button>
            </div>
          </Form>
        </section>
      )}
    </div>
  );
}
