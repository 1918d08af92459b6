import type { Page } from 'playwright-core';
import { LOCALES } from '../../src/core/i18n/locales';
import { RULES_OF_WORDS, describeJourneys, violationsOf } from '../support/browser';
import { FIRST, PATIENCE, aWalk, overflowsAt } from './walking';

/** The languages differ by their words. */
describeJourneys('Every page', () => {
  const { walk } = aWalk();

  it.each(LOCALES.filter((locale) => locale !== FIRST))(
    'breaks no rule by its words, has one heading, and fits a phone, in %s',
    async (locale) => {
      const look = async (page: Page) => [
        ...(await violationsOf(page, RULES_OF_WORDS)),
        ...(await overflowsAt(page, 320)),
      ];
      expect(await walk(locale, look)).toEqual([]);
    },
    PATIENCE,
  );
});
