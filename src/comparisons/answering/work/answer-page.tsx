import { EvidenceForm } from '../../../evidence/citing/evidence-form';
import { EvidenceList } from '../../../evidence/reading/evidence-list';
import { ShakenNotice } from '../../../evidence/reading/evidence-mark';
import { useLanguage } from '../../../ui/language';
import { ButtonLink } from '../../../ui/parts/button';
import { Notice } from '../../../ui/parts/notice';
import { answerPath, editPath } from '../answer-paths';
import type { RefusedAct } from '../answering-frame.service';
import { QuestionHead } from '../writing/question-head';
import { AnswerActs } from './answer-acts';
import { AnswerComments } from './answer-comments';
import { AnswerGroup } from './answer-group';
import { AnswerChecks, AnswerMoves } from './answer-past';
import { AnswerSaid } from './answer-said';
import type { AnswerView } from './answer-view.schema';
import { AnswerWay } from './answer-way';

/** One answer for those who work on it: what it says, what it rests on, where it stands, and what can be done now. */
export function AnswerPage({ of, refused }: { of: AnswerView; refused?: RefusedAct }) {
  const { t } = useLanguage();
  const { id, question, country, can, evidence, evidenceStanding, state, publishedVersion } = of;
  const statement = { kind: 'answer', id };
  const back = answerPath(id);
  const acting = { of, ...(refused && { refused }) };
  return (
    <div class="page">
      <QuestionHead question={question} country={country} />
      <div class="practice-form">
        <nav aria-label={t('comparisons:work.way')}>
          <AnswerWay of={of} />
        </nav>
        <div class="stack stack-wide">
          <ShakenNotice standing={evidenceStanding} statement={statement} />
          {publishedVersion > 0 && state !== 'published' && (
            <Notice kind="quiet">
              {t('comparisons:work.being_rewritten', { version: publishedVersion })}
            </Notice>
          )}
          <AnswerSaid of={of} />
          {can['edit'] && (
            <p>
              <ButtonLink path={editPath(id)}>{t('comparisons:work.edit')}</ButtonLink>
            </p>
          )}
          <EvidenceList
            evidence={evidence}
            statement={statement}
            {...(can['edit'] && { keeping: { back } })}
          />
          {can['edit'] && <EvidenceForm statement={statement} back={back} />}
          <AnswerGroup {...acting} />
          <AnswerActs {...acting} />
          <AnswerComments {...acting} />
          <AnswerChecks of={of} />
          <AnswerMoves of={of} />
        </div>
      </div>
    </div>
  );
}
