import type { RenderedText } from '../../core/database/rendered';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import { evidencePath } from '../evidence-paths';
import type { EvidenceView } from '../evidence.schema';
import { EvidenceList } from '../reading/evidence-list';
import { ShakenNotice } from '../reading/evidence-mark';
import { kindWords } from '../reading/kind-words';
import type { EvidenceStanding, Subject } from '../relation';
import { EvidenceForm, type EvidenceFormProps } from './evidence-form';

interface EvidencePageProps extends Pick<EvidenceFormProps, 'refused'> {
  subject: Subject;
  title: RenderedText;
  path: string;
  evidence: EvidenceView[];
  standing: EvidenceStanding;
  /** Whether the reader keeps it. */
  may: boolean;
}

/** What one statement rests on. */
export function EvidencePage({ subject, title, path, evidence, standing, may, refused }: EvidencePageProps) {
  const { t } = useLanguage();
  const back = evidencePath(subject);
  return (
    <div class="page stack">
      <TitleBlock title={title.text} lang={title.locale} above={<span>{t(kindWords(subject.kind))}</span>}>
        <p>
          <Link path={path}>{t('evidence:page.back')}</Link>
        </p>
      </TitleBlock>
      <ShakenNotice standing={standing} statement={subject} />
      <EvidenceList evidence={evidence} statement={subject} {...(may && { keeping: { back } })} />
      {may && <EvidenceForm statement={subject} back={back} {...(refused && { refused })} />}
    </div>
  );
}
