import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { conclusionView } from '../reading/conclusion.schema';
import { WholeConclusions } from '../reading/whole-conclusions.service';
import {
  adoption,
  audience,
  maybeReasoned,
  opening,
  reasoned,
  replacement,
  type Adoption,
  type MaybeReasoned,
  type Opening,
  type Reasoned,
} from './deciding.schema';
import { Deciding } from './deciding.service';

const id = z.guid();

/** The stations of a conclusion, for those who keep its room. Each verb answers with the conclusion as it is then. */
@ApiTags('conclusions')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/conclusions/:id')
export class ConclusionStationsController {
  constructor(
    private readonly deciding: Deciding,
    private readonly whole: WholeConclusions,
  ) {}

  /** Asks the members of the room where they stand, until the end of a day. It must cite a passage. */
  @Put('opening')
  @ApiOkResponse({ standardSchema: conclusionView })
  async open(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: opening }) input: Opening,
  ) {
    await this.deciding.open(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
  }

  /** Back to writing: all are asked anew afterwards. */
  @Put('redrafting')
  @ApiOkResponse({ standardSchema: conclusionView })
  async redraft(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: maybeReasoned }) input: MaybeReasoned,
  ) {
    await this.deciding.redraft(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
  }

  /** Adopts it: its words are locked as its next version. */
  @Put('adoption')
  @ApiOkResponse({ standardSchema: conclusionView })
  async adopt(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: adoption }) input: Adoption,
  ) {
    await this.deciding.adopt(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
  }

  /** Opens an adopted one for a next version; until that is adopted, others read the one that stands. */
  @Put('amendment')
  @ApiOkResponse({ standardSchema: conclusionView })
  async amend(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: reasoned }) input: Reasoned,
  ) {
    await this.deciding.amend(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
  }

  /** Puts another adopted conclusion of the room in its place. */
  @Put('replacement')
  @ApiOkResponse({ standardSchema: conclusionView })
  async replace(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: replacement }) { by }: z.output<typeof replacement>,
  ) {
    await this.deciding.replace(reader.actor, conclusionId, by);
    return this.whole.one(reader, conclusionId);
  }

  /** Withdraws it. Its page stays and says why. */
  @Put('withdrawal')
  @ApiOkResponse({ standardSchema: conclusionView })
  async withdraw(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: reasoned }) input: Reasoned,
  ) {
    await this.deciding.withdraw(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
  }

  /** Lets everyone read what a closed room has adopted, or takes that back. Quotations stay as hidden as their posts. */
  @Put('audience')
  @ApiOkResponse({ standardSchema: conclusionView })
  async show(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: audience }) { everyone }: z.output<typeof audience>,
  ) {
    await this.deciding.show(reader.actor, conclusionId, everyone);
    return this.whole.one(reader, conclusionId);
  }
}
