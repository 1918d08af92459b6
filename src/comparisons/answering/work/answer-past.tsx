import { useLanguage } from '../../../ui/language';
import { SectionHead } from '../../../ui/parts/section-head';
import { Time } from '../../../ui/parts/time';
import { placeName } from '../answering-frame.service';
import { CHECKS } from '../workflow/workflow.schema';
import type { AnswerView } from './answer-view.schema';

/** What other countries found, question by question. */
export function AnswerChecks({ of: { checks } }: { of: AnswerView }) {
  const language = useLanguage();
  const { t } = language;
  if (checks.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="checks">
      <SectionHead id="checks" title={t('comparisons:check.title')} />
      <ol class="list">
        {checks.map((check) => (
          <li class="list-row">
            <p>
              <b>{placeName(language, check.country)}</b>{' '}
              <span class="small soft">{t('comparisons:work.version', { version: check.version })}</span>
            </p>
            <dl class="facts">
              {CHECKS.map((name) => (
                <div>
                  <dt>{t(`comparisons:check.${name}`)}</dt>
                  <dd>
                    {t(check[name].yes ? 'comparisons:check.yes' : 'comparisons:check.no')}
                    {check[name].remark && <p lang={check.locale}>{check[name].remark}</p>}
                  </dd>
                </div>
              ))}
            </dl>
            <p class="small soft dots">
              {check.by && <span>{check.by}</span>}
              <Time value={check.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where it has been, and why. */
export function AnswerMoves({ of: { moves } }: { of: AnswerView }) {
  const { t } = useLanguage();
  if (moves.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="moves">
      <SectionHead id="moves" title={t('comparisons:work.moves')} />
      <ol class="list">
        {moves.map(({ from, to, at, by, reason, locale }) => (
          <li class="list-row">
            <p>
              <b>
                {t(
                  from === 'disputed' && to === 'checked'
                    ? 'comparisons:work.released'
                    : `comparisons:state.${to}`,
                )}
              </b>
            </p>
            {reason && (
              <p class="said" lang={locale ?? undefined}>
                {reason}
              </p>
            )}
            <p class="small soft dots">
              {by && <span>{by}</span>}
              <Time value={at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
