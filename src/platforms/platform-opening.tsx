import type { RenderedText } from '../core/database/rendered';
import type { PartnershipSummary } from '../partnerships/partnership.schema';
import { useLanguage, useReading } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { Content } from '../ui/parts/content';
import { Link } from '../ui/parts/link';
import { Tag } from '../ui/parts/marks';
import { Standing } from '../ui/parts/standing';
import { TableDrawing } from '../ui/parts/table-drawing';
import { TitleBlock } from '../ui/parts/title-block';
import { seatsOf, useBalanceWords } from './balance';
import { OrganisationNames } from './organisation-names';
import { WithTerms } from '../ui/terms';
import type { PlatformView } from './platform.schema';

export interface PlatformOpeningProps {
  platform: PlatformView;
  /** Absent when it belongs to none, or to one that the reader may not see. */
  partnership?: PartnershipSummary;
}

/** Who this is, what for, who looks after it, and the table with its seats. */
export function PlatformOpening({ platform, partnership }: PlatformOpeningProps) {
  const language = useLanguage();
  const { members, emptySeats } = useBalanceWords(platform.balance);
  return (
    <div class="split opening">
      <TitleBlock
        title={language.country(platform.country)}
        above={<Kind platform={platform} partnership={partnership} />}
      >
        {platform.demo && <p class="small soft">{language.t('platforms:demo.words')}</p>}
        <Purpose id={platform.id} of={platform.purpose} />
        <WayIn platform={platform} />
        <People platform={platform} />
      </TitleBlock>
      <TableDrawing seats={seatsOf(platform.balance)} middle={members} under={emptySeats} />
    </div>
  );
}

function Kind({ platform, partnership }: PlatformOpeningProps) {
  const { t } = useLanguage();
  return (
    <>
      <Content lang={platform.name.locale}>{platform.name.text}</Content>
      {differs(platform) && <Standing of={platform.name} text={{ kind: 'platform', id: platform.id }} />}
      {partnership && (
        <Link path={`/partnerships/${partnership.slug}`} class="tag" lang={partnership.name.locale}>
          {partnership.acronym ?? partnership.name.text}
        </Link>
      )}
      {platform.demo && <Tag>{t('platforms:demo.tag')}</Tag>}
    </>
  );
}

/** Name and purpose mostly have one history, told once under the purpose. */
function differs({ name, purpose }: PlatformView): boolean {
  const told = (text: RenderedText) => `${text.state} ${text.locale} ${String(text.outdated)}`;
  return !purpose || told(name) !== told(purpose);
}

function Purpose({ id, of: purpose }: { id: string; of: RenderedText | null }) {
  const { t } = useLanguage();
  if (!purpose) return <p class="lead soft">{t('platforms:opening.no_purpose')}</p>;
  return (
    <>
      {purpose.text.split(/\n{2,}/).map((paragraph) => (
        <Content as="p" class="lead" lang={purpose.locale}>
          <WithTerms lang={purpose.locale}>{paragraph}</WithTerms>
        </Content>
      ))}
      <p>
        <Standing of={purpose} text={{ kind: 'platform', id }} />
      </p>
    </>
  );
}

/** The one thing to do next for whoever reads. */
function WayIn({ platform }: { platform: PlatformView }) {
  const { t } = useLanguage();
  const { person } = useReading();
  const join = `/platforms/${platform.slug}/join`;
  if (platform.membership === 'member') return <p class="small">{t('platforms:opening.member')}</p>;
  if (platform.membership === 'asked') return <p class="small">{t('platforms:opening.asked')}</p>;
  if (person && !platform.can.join) return null;
  return (
    <p class="row row-center">
      <ButtonLink path={person ? join : `/sign-in?next=${encodeURIComponent(join)}`} kind="main">
        {t('platforms:join.button')}
      </ButtonLink>
    </p>
  );
}

function People({ platform: { conveners, hosts } }: { platform: PlatformView }) {
  const { t } = useLanguage();
  return (
    <>
      {conveners.length > 0 && (
        <p class="small soft">
          {t('platforms:opening.conveners', { count: conveners.length })}{' '}
          <OrganisationNames organisations={conveners} />
        </p>
      )}
      {hosts.length > 0 && (
        <p class="small soft">
          {t('platforms:opening.hosts', { count: hosts.length })} {hosts.map(({ name }) => name).join(', ')}
        </p>
      )}
    </>
  );
}
