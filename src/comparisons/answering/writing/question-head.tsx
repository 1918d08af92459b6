import { useLanguage } from '../../../ui/language';
import { Standing } from '../../../ui/parts/standing';
import { TitleBlock } from '../../../ui/parts/title-block';
import { placeName } from '../answering-frame.service';
import type { AskedView } from '../work/answer-view.schema';

interface QuestionHeadProps {
  question: AskedView;
  country: string;
}

/** What is asked, of whom: above everything that is done with an answer. */
export function QuestionHead({ question: { code, dimension, question, help }, country }: QuestionHeadProps) {
  const language = useLanguage();
  return (
    <TitleBlock
      title={question.text}
      lang={question.locale}
      above={
        <>
          <b>{placeName(language, country)}</b>
          <span>{code}</span>
          <span lang={dimension.title.locale}>{dimension.title.text}</span>
        </>
      }
    >
      <Standing of={question} />
      {help && (
        <p class="measure soft" lang={help.locale}>
          {help.text}
        </p>
      )}
    </TitleBlock>
  );
}
