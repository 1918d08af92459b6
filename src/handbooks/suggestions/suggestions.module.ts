import { Module } from '@nestjs/common';
import { SuggestionsController } from './suggestions.controller';
import { SuggestionPages } from './suggestions.pages';
import { Suggestions } from './suggestions.service';

/** What those propose for a chapter who may not edit it. */
@Module({ controllers: [SuggestionsController, SuggestionPages], providers: [Suggestions] })
export class SuggestionsModule {}
