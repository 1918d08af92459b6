import type { FundingNotice } from '../../core/http/page';
import { useLanguage } from '../language';
import { Emblem } from './emblem';

/** The statement of each grant, verbatim and once, in the fonts that the rules allow. */
export function Funding({ notices }: { notices: FundingNotice[] }) {
  const each = [...new Map(notices.map((notice) => [identity(notice), notice])).values()];
  if (each.length === 0) return null;
  return (
    <div class="stack funding-list">
      {each.map((notice) =>
        notice.statement ? <Statement {...notice} statement={notice.statement} /> : <NotKnown {...notice} />,
      )}
    </div>
  );
}

const identity = ({ name, statement, disclaimer }: FundingNotice): string =>
  statement ? `${statement} ${disclaimer ?? ''}` : name;

function Statement({ statement, disclaimer, lang, emblem }: FundingNotice & { statement: string }) {
  return (
    <div class={emblem ? 'funding' : 'funding funding-plain'} lang={lang}>
      {emblem && <Emblem label={statement} />}
      <p>
        <strong>{statement}</strong>
        {disclaimer}
      </p>
    </div>
  );
}

/** The wording of a grant is never made up. */
function NotKnown({ name }: FundingNotice) {
  const { t } = useLanguage();
  return (
    <div class="funding funding-plain">
      <p>
        <strong>{t('ui:funding.by', { name })}</strong>
        {t('ui:funding.unknown')}
      </p>
    </div>
  );
}
