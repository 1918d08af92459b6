import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../core/errors/refusal';
import { TextKinds } from '../../core/texts/text-kinds';
import type { ComparisonData } from '../comparison-data';
import { addTranslations } from './comparison-words';
import { answersOf } from './gathered-answers';
import { countriesOf, dimensionsOf, headOf, questionsOf } from './gathered-structure';
import { namesOf, translationsIn } from './text-translations';

export type Asked = Pick<ComparisonData, 'title' | 'dimensions' | 'questions'>;

/** Makes data of a comparison, in a dozen questions to the database however large it is. */
@Injectable()
export class ComparisonGathering {
  constructor(private readonly kinds: TextKinds) {}

  /**
   * The work under way (0), or what a published version says: only what was signed off and checked, as it was then.
   * Whoever asks has asked before who may see it. @throws NotFound
   */
  async gather(tx: EntityManager, comparisonId: string, version = 0): Promise<ComparisonData> {
    const data = await this.originals(tx, comparisonId, version);
    const translations = await translationsIn(tx, this.kinds, data);
    return addTranslations(data, translations, await namesOf(tx, translations));
  }

  /** What is asked, for those who answer. */
  async asked(tx: EntityManager, comparisonId: string): Promise<Asked> {
    const [dimensions, questions] = [
      await dimensionsOf(tx, comparisonId),
      await questionsOf(tx, comparisonId),
    ];
    const head = await headOf(tx, comparisonId);
    if (!head) throw new NotFound();
    const data = {
      ...{ ...head, version: 0, publishedOn: null, note: null },
      ...{ countries: [], dimensions, questions, answers: [] },
    };
    const translations = await translationsIn(tx, this.kinds, data);
    return addTranslations(data, translations, await namesOf(tx, translations));
  }

  /** The same in the languages in which it was written. */
  async originals(tx: EntityManager, comparisonId: string, version: number): Promise<ComparisonData> {
    const head = await headOf(tx, comparisonId);
    if (!head) throw new NotFound();
    return {
      ...head,
      ...{ version, publishedOn: null, note: null },
      countries: await countriesOf(tx, comparisonId),
      dimensions: await dimensionsOf(tx, comparisonId),
      questions: await questionsOf(tx, comparisonId),
      answers: await answersOf(tx, comparisonId, version),
    };
  }
}
