import { useLanguage } from '../ui/language';
import { Content } from '../ui/parts/content';
import { Link } from '../ui/parts/link';
import { Tag } from '../ui/parts/marks';
import { Progress } from '../ui/parts/progress';
import { useBalanceWords } from './balance';
import type { GroupCount } from './groups/balance.schema';
import { OrganisationNames } from './organisation-names';
import type { PlatformSummary } from './platform.schema';

/** How many groups are named below the bar. */
const NAMED = 3;

interface PlatformRowsProps {
  platforms: PlatformSummary[];
  heading?: 'h2' | 'h3';
}

/** By the names of their countries, in the reader's alphabet. */
export function PlatformRows({ platforms, heading = 'h3' }: PlatformRowsProps) {
  const language = useLanguage();
  const sorted = language.sort(platforms, ({ country }) => language.country(country));
  return (
    <ul class="list platforms">
      {sorted.map((platform) => (
        <PlatformRow platform={platform} heading={heading} />
      ))}
    </ul>
  );
}

/** One platform, with its balance as one bar. */
function PlatformRow({ platform, heading: Heading }: { platform: PlatformSummary; heading: 'h2' | 'h3' }) {
  const language = useLanguage();
  const { members } = useBalanceWords(platform.balance);
  return (
    <li class="platform-row">
      <div class="row row-center">
        <Heading class="said">
          <Link path={`/platforms/${platform.slug}`}>{language.country(platform.country)}</Link>
        </Heading>
        {platform.demo && <Tag>{language.t('platforms:demo.tag')}</Tag>}
      </div>
      <span class="soft small">
        <OrganisationNames organisations={platform.conveners} />
      </span>
      <span class="stack stack-tight">
        <Shares balance={platform.balance} total={platform.memberCount} />
      </span>
      <span class="small">{members}</span>
    </li>
  );
}

/** The two largest groups drawn, the three largest in words. */
function Shares({ balance, total }: { balance: GroupCount[]; total: number }) {
  const { t } = useLanguage();
  const [first, second] = balance.map(({ count }) => count);
  const taken = balance.filter(({ count }) => count > 0).slice(0, NAMED);
  const share = (count = 0) => (total > 0 ? count / total : 0);
  return (
    <>
      <Progress done={share(first)} part={share(second)} />
      <span class="small dots">
        {taken.map(({ name, count }) => (
          <span>
            {count}&nbsp;<Content lang={name.locale}>{name.text}</Content>
          </span>
        ))}
        {taken.length === 0 && <span>{t('platforms:balance.nobody')}</span>}
      </span>
    </>
  );
}
