import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ANSWER_STATES } from '../../comparison-facts';
import type { Board, BoardCell } from './board.schema';

const COUNTS = ANSWER_STATES.map(
  (state) => `count(*) filter (where newest.state = '${state}')::int as ${state}`,
);

/** Of a question with answers for several periods, the newest one counts. */
const BOARD = `
  with newest as (
    select distinct on (question_id, country) id, question_id, country, state from answers
    where comparison_id = $1 order by question_id, country, period desc
  ), broken as (
    select distinct statement_id as id from evidence join newest on newest.id = evidence.statement_id
    where evidence.statement_kind = 'answer' and evidence.standing <> 'sound'
  ), cells as (
    select country.position, country.code as country, dimension.position as place, dimension.code as dimension,
      count(question.id)::int as asked, ${COUNTS.join(', ')}, count(broken.id)::int as broken
    from comparison_countries country cross join dimensions dimension
    left join questions question on question.dimension_id = dimension.id and question.retired_at is null
    left join newest on newest.question_id = question.id and newest.country = country.code
    left join broken on broken.id = newest.id
    where country.comparison_id = $1 and dimension.comparison_id = $1
    group by country.id, dimension.id
  )
  select country, json_agg(to_jsonb(cells) - 'country' - 'position' - 'place' order by place, dimension) as cells
  from cells group by country order by min(position), country`;

/** How far every country has come with every dimension. */
@Injectable()
export class ComparisonBoard {
  constructor(private readonly database: DataSource) {}

  async of(comparisonId: string): Promise<Board> {
    return { rows: await this.database.query<Board['rows']>(BOARD, [comparisonId]) };
  }
}

export const answeredIn = (cell: BoardCell): number =>
  ANSWER_STATES.reduce((sum, state) => sum + cell[state], 0);
