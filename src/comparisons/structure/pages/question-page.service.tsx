import { Injectable } from '@nestjs/common';
import type { Page } from '../../../core/http/page';
import type { Reader } from '../../../core/http/reader';
import { ComparisonStructure } from '../asking/comparison-structure.service';
import { ComparisonEditingFrame, type RefusedForm } from './editing-frame.service';
import { QuestionEditing } from './question-editing';

/** The page of one question, for those who ask it: all its forms come back to it. */
@Injectable()
export class QuestionPage {
  constructor(
    private readonly structure: ComparisonStructure,
    private readonly frame: ComparisonEditingFrame,
  ) {}

  async of(reader: Reader, slug: string, id: string, refused?: RefusedForm): Promise<Page> {
    const { comparison, question } = await this.structure.question(reader.actor, slug, id);
    const body = (
      <QuestionEditing comparison={comparison} question={question} {...(refused && { refused })} />
    );
    return this.frame.page(reader, {
      ...{ comparison, tab: 'structure', body, below: { title: `${question.code} ${question.question}` } },
      ...(refused && { refused: refused.state }),
    });
  }
}
