import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { Download } from '../../core/http/download';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { practiceFilters, type PracticeFilters } from '../listing/listing.schema';
import { PracticeExports } from './practice-exports.service';
import { casesCsv, casesJson, resultsCsv } from './practice-tables';

const filters = practiceFilters.strip();

/** The list as files: the same filters, and nothing that the page would not show. */
@Public()
@Controller(':locale/practices')
export class PracticeExportPages {
  constructor(private readonly exports: PracticeExports) {}

  @Get('cases.csv')
  async cases(@CurrentReader() reader: Reader, @Query({ schema: filters }) chosen: PracticeFilters) {
    return new Download(casesCsv(await this.exports.of(reader, chosen)), CSV, 'cases.csv');
  }

  @Get('results.csv')
  async results(@CurrentReader() reader: Reader, @Query({ schema: filters }) chosen: PracticeFilters) {
    return new Download(resultsCsv(await this.exports.of(reader, chosen)), CSV, 'results.csv');
  }

  @Get('cases.json')
  async json(@CurrentReader() reader: Reader, @Query({ schema: filters }) chosen: PracticeFilters) {
    const type = 'application/json; charset=utf-8';
    return new Download(casesJson(await this.exports.of(reader, chosen)), type, 'cases.json');
  }
}

const CSV = 'text/csv; charset=utf-8';
