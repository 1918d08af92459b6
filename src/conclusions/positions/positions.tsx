import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Bars } from '../../ui/parts/bars';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Radios } from '../../ui/parts/radios';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { POSITIONS, REASON_LIMIT } from '../conclusion-facts';
import { conclusionPath } from '../conclusion-paths';
import type { ConclusionView, PositionsView } from '../reading/conclusion.schema';
import type { PositionView } from './position.schema';

/** Says where one stands. */
export function TakePosition({ of, refused }: { of: ConclusionView; refused?: FormState | undefined }) {
  const language = useLanguage();
  const { t, locale } = language;
  const { own } = of.positions;
  const fresh: Record<string, string> = own
    ? { position: own.position, reason: own.reason ?? '', locale: own.locale }
    : { locale };
  return (
    <section class="stack" aria-labelledby="take">
      <SectionHead id="take" title={t('conclusions:positions.take')} flush />
      <p>
        {t('conclusions:positions.time', { moment: language.dateTime(of.positionsUntil!) })}
        {own && ` ${t('conclusions:positions.changeable')}`}
      </p>
      <Form
        action={conclusionPath(of.id, 'position')}
        id="position"
        state={refused ?? freshForm(fresh)}
        label={t('conclusions:positions.take')}
      >
        <Radios
          name="position"
          label={t('conclusions:positions.label')}
          options={POSITIONS.map((value) => ({ value, label: t(`conclusions:position.${value}`) }))}
        />
        <TextArea
          name="reason"
          label={t('conclusions:positions.reason')}
          hint={t('conclusions:positions.reason_hint')}
          max={REASON_LIMIT}
          rows={3}
          optional
        />
        <LanguageSelect />
        <div>
          <Button kind="main">{t(own ? 'conclusions:positions.change' : 'conclusions:positions.act')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** How many stand where, and every reason. */
export function Positions({ of }: { of: PositionsView }) {
  const { t } = useLanguage();
  const { told, agree, accept, disagree, items } = of;
  if (items.length === 0 && agree + accept + disagree === 0) return null;
  const bars = POSITIONS.map((value) => ({
    label: t(`conclusions:position.${value}`),
    value: { agree, accept, disagree }[value],
  }));
  return (
    <section class="stack" aria-labelledby="positions">
      <SectionHead id="positions" title={t('conclusions:positions.title')} flush />
      {told ? (
        <Bars
          caption={t('conclusions:positions.title')}
          columns={[
            t('conclusions:positions.label'),
            t('conclusions:balance.number'),
            t('conclusions:balance.share'),
          ]}
          bars={bars}
        />
      ) : (
        <p class="small soft">{t('conclusions:positions.few')}</p>
      )}
      <Reasons title={t('conclusions:positions.dissent')} items={items.filter(disagrees)} />
      <Reasons title={t('conclusions:positions.others')} items={items.filter((item) => !disagrees(item))} />
    </section>
  );
}

const disagrees = ({ position }: PositionView): boolean => position === 'disagree';

function Reasons({ title, items }: { title: string; items: PositionView[] }) {
  const { t } = useLanguage();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="list">
        {items.map(({ person, position, reason, locale }) => (
          <li class="list-row stack stack-tight">
            {reason && (
              <p class="said" lang={locale}>
                {reason}
              </p>
            )}
            <p class="small soft dots">
              {person && <span>{person.name}</span>}
              <span>{t(`conclusions:position.${position}`)}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
