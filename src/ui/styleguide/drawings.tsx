import { useLanguage } from '../language';
import { Bars } from '../parts/bars';
import { Link } from '../parts/link';
import { PathLine, type Step } from '../parts/path-line';
import { Progress } from '../parts/progress';
import { TableDrawing, type TableSeat } from '../parts/table-drawing';
import { Section } from './section';

const SEATS: TableSeat[] = [
  { kind: 'taken', label: 'A' },
  { kind: 'taken', label: 'B' },
  { kind: 'own', label: 'C' },
  { kind: 'taken', label: 'D' },
  { kind: 'taken', label: '2' },
  { kind: 'free' },
  { kind: 'free' },
];

export function Drawings() {
  const { t } = useLanguage();
  return (
    <Section id="drawings" title={t('ui:styleguide.drawings')}>
      <div class="split">
        <div class="stack stack-wide">
          <Balance />
          <div class="stack stack-tight">
            <p>
              <b>{t('ui:styleguide.progress_title')}</b>
            </p>
            <Progress done={0.62} part={0.2} label={t('ui:styleguide.progress_words')} />
            <p class="small soft">{t('ui:styleguide.progress_words')}</p>
          </div>
          <Paths />
        </div>
        <div class="stack">
          <TableDrawing
            seats={SEATS}
            middle={t('ui:styleguide.table_middle')}
            under={t('ui:styleguide.table_under')}
          />
          <p class="small soft">{t('ui:styleguide.table_words')}</p>
        </div>
      </div>
    </Section>
  );
}

function Balance() {
  const { t } = useLanguage();
  return (
    <Bars
      caption={t('ui:styleguide.bars_caption')}
      columns={[
        t('ui:styleguide.bars_group'),
        t('ui:styleguide.bars_members'),
        t('ui:styleguide.bars_share'),
      ]}
      bars={[
        { label: t('ui:styleguide.group_public'), value: 9 },
        { label: t('ui:styleguide.group_social'), value: 6, path: '/platforms' },
        {
          label: t('ui:styleguide.group_chambers'),
          value: 0,
          instead: <Link path="/platforms">{t('ui:styleguide.empty_next')}</Link>,
        },
      ]}
    />
  );
}

function Paths() {
  const { t } = useLanguage();
  const steps: Step[] = [
    { label: t('ui:styleguide.step_thread'), path: '/rooms' },
    { label: t('ui:styleguide.step_conclusion'), state: 'here' },
    {
      label: t('ui:styleguide.step_recommendation'),
      note: t('ui:styleguide.step_ahead'),
      state: 'ahead',
    },
  ];
  return (
    <>
      <PathLine steps={steps} />
      <PathLine steps={steps.map(({ note: _note, ...step }) => step)} across />
    </>
  );
}
