import { Injectable, Optional } from '@nestjs/common';
import { Config } from '../../core/config/config';
import { page, type Page, type PageOptions } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import type { ComparisonRow } from '../comparison.access';
import { datasetFacts } from '../exports/dataset-facts';
import { AnswerPage } from './answer-page';
import { changesBetween } from './changes';
import { ChangesPage } from './changes-page';
import { citedAnswer } from './citing';
import { ComparisonSurroundings, type SurroundedPlace } from './comparison-surroundings';
import { CountryPage } from './country-page';
import { DimensionPage } from './dimension-page';
import { nameOf } from './fact-table';
import { answerAt, countryAt, dimensionAt, questionAt } from './found';
import { OpenComparisons, type Sheet } from './open-comparisons.service';
import { QuestionPage } from './question-page';
import { COMPARISONS, placePath, type Place, type Wanted } from './reading-paths';
import { answerWishes, questionWishes, tableWishes } from './reading.schema';
import { comparisonSentences, countrySentences, dimensionSentences, questionSentences } from './sentences';
import { SheetContext } from './sheet-context';
import { SheetNeighbours } from './sheet-neighbours.service';
import { TablePage } from './table-page';
import { TimelinePage } from './timeline-page';
import { wordsIn } from './words-in';

/** What is drawn for one address. */
interface Asked {
  reader: Reader;
  row: ComparisonRow;
  sheet: Sheet;
  query: Record<string, unknown>;
}

/** What each page adds to the frame of its comparison. */
type Drawn = Pick<PageOptions, 'title' | 'description' | 'body'>;

/** Draws the pages of a comparison. */
@Injectable()
export class SheetPages {
  private readonly origin: string;

  constructor(
    private readonly comparisons: OpenComparisons,
    private readonly notices: FundingNotices,
    private readonly neighbours: SheetNeighbours,
    { baseUrl }: Config,
    @Optional() private readonly beside?: ComparisonSurroundings,
  ) {
    this.origin = baseUrl;
  }

  /** @throws NotFound */
  async draw(reader: Reader, place: Place, wanted: Wanted, query: Record<string, unknown>): Promise<Page> {
    const { row, sheet } = await this.comparisons.open(reader, place.slug, place.which);
    const asked = { reader, row, sheet, query };
    const { body, ...drawn } = await this.drawn(asked, wanted);
    return page({
      ...(await this.frame(asked, wanted)),
      ...drawn,
      body: (
        <SheetContext.Provider value={{ ...sheet, locales: reader.locales }}>{body}</SheetContext.Provider>
      ),
    });
  }

  private async drawn(asked: Asked, wanted: Wanted): Promise<Drawn> {
    switch (wanted.page) {
      case 'table':
        return this.table(asked);
      case 'country':
        return this.country(asked, wanted.country);
      case 'dimension':
        return this.dimension(asked, wanted.code);
      case 'question':
        return this.question(asked, wanted.code);
      case 'answer':
        return this.answer(asked, wanted.country, wanted.code);
      case 'timeline':
        return { ...this.named(asked, 'comparisons:reading.view.timeline'), body: <TimelinePage /> };
      case 'changes':
        return this.changes(asked);
    }
  }

  private async table(asked: Asked): Promise<Drawn> {
    const { reader, row, sheet, query } = asked;
    const following = await this.beside?.following(reader, placeOf(row));
    return {
      title: wordsIn(sheet.data.title, reader.locales).text,
      description: comparisonSentences(telling(asked)).slice(0, 3).join(' '),
      body: <TablePage wishes={tableWishes.parse(query)} following={following} />,
    };
  }

  private async country(asked: Asked, code: string): Promise<Drawn> {
    const { reader, row, sheet } = asked;
    const country = countryAt(sheet, code);
    const there = { ...placeOf(row), country: country.code };
    const [practices, platform, recommendations, following] = await Promise.all([
      this.neighbours.practicesOf(reader, country.code),
      this.neighbours.platform(reader, country.platform?.id),
      this.beside?.recommendations(reader, there),
      this.beside?.following(reader, there),
    ]);
    return {
      title: nameOf(reader.language, country.code),
      description: countrySentences(telling(asked), country.code).join(' '),
      body: <CountryPage {...{ country, practices, platform, recommendations, following }} />,
    };
  }

  private async dimension(asked: Asked, code: string): Promise<Drawn> {
    const { reader, row, sheet } = asked;
    const dimension = dimensionAt(sheet, code);
    const there = { ...placeOf(row), dimension: { id: dimension.id, code: dimension.code } };
    const answers = sheet.figures.questionsOf(dimension.id).flatMap(({ id }) => sheet.figures.answersTo(id));
    const [practices, recommendations, following] = await Promise.all([
      this.neighbours.practicesIn(reader, answers),
      this.beside?.recommendations(reader, there),
      this.beside?.following(reader, there),
    ]);
    return {
      title: wordsIn(dimension.title, reader.locales).text,
      description: dimensionSentences(telling(asked), dimension).join(' '),
      body: <DimensionPage {...{ dimension, practices, recommendations, following }} />,
    };
  }

  private async question(asked: Asked, code: string): Promise<Drawn> {
    const { reader, sheet, query } = asked;
    const question = questionAt(sheet, code);
    const { sort } = questionWishes.parse(query);
    const threads = await this.neighbours.threadsOf(reader, question.id);
    return {
      title: wordsIn(question.question, reader.locales).text,
      description: questionSentences(telling(asked), question).join(' '),
      body: <QuestionPage question={question} byValue={sort === 'value'} threads={threads} />,
    };
  }

  private async answer(asked: Asked, country: string, code: string): Promise<Drawn> {
    const { reader, row, sheet, query } = asked;
    const question = questionAt(sheet, code);
    const answer = answerAt(sheet, question, country, answerWishes.parse(query).period);
    const [platform, groups, history, grounds, standing] = await Promise.all([
      this.neighbours.platform(reader, countryAt(sheet, country).platform?.id),
      this.neighbours.groupNames(reader.locales),
      this.neighbours.historyOf(row.id, answer),
      this.neighbours.groundsOf(reader, answer),
      this.neighbours.standingOf(answer),
    ]);
    const citing = { sheet, language: reader.language, locales: reader.locales, origin: this.origin };
    const cited = sheet.data.version ? citedAnswer(citing, question, answer) : null;
    const title = `${nameOf(reader.language, answer.country)}: ${wordsIn(question.question, reader.locales).text}`;
    return {
      title,
      description: title,
      body: <AnswerPage {...{ question, answer, platform, groups, history, grounds, standing, cited }} />,
    };
  }

  private async changes(asked: Asked): Promise<Drawn> {
    const { row, sheet } = asked;
    const { data, newest } = sheet;
    const earlier = data.version === 0 ? newest : data.version - 1;
    const before = earlier > 0 ? await this.comparisons.version(row, earlier) : null;
    const changes = before ? changesBetween(before, data) : { questions: [], answers: [] };
    return {
      ...this.named(asked, 'comparisons:reading.view.changes'),
      body: <ChangesPage before={before} changes={changes} />,
    };
  }

  /** A view of the comparison as a whole. */
  private named(
    { reader: { language, locales }, sheet: { data } }: Asked,
    view: 'comparisons:reading.view.timeline' | 'comparisons:reading.view.changes',
  ) {
    const title = `${language.t(view)}: ${wordsIn(data.title, locales).text}`;
    return { title, description: title };
  }

  private async frame(
    { reader, row, sheet }: Asked,
    wanted: Wanted,
  ): Promise<Omit<PageOptions, 'title' | 'body'>> {
    const { data, place } = sheet;
    const funding = await this.notices.of([row.partnershipId], reader.locales);
    const title = wordsIn(data.title, reader.locales);
    const own = { label: title.text, path: placePath(place), lang: title.locale };
    return {
      section: 'comparisons',
      accent: row.partnership.accent,
      funding: [...funding.values()],
      crumbs: [
        { label: reader.language.t('comparisons:list.title'), path: COMPARISONS },
        ...(wanted.page === 'table' ? [] : [own]),
      ],
      hidden: data.version === 0 || row.partnership.status === 'draft',
      ...(wanted.page === 'table' &&
        data.version > 0 && {
          facts: datasetFacts({ origin: this.origin, locale: reader.language.locale }, data),
        }),
    };
  }
}

const telling = ({ reader: { language, locales }, sheet: { figures } }: Asked) => ({
  figures,
  language,
  locales,
});

const placeOf = ({ id, slug, partnershipId }: ComparisonRow): SurroundedPlace => ({
  comparison: { id, slug, partnershipId },
});
