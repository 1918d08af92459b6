import type { Request } from 'express';
import type { Refusal } from '../errors/refusal';
import type { Told } from './notice';
import type { Page } from './page';

/** Puts the layout round a page; provided by ui, which core does not know. */
export abstract class PageRenderer {
  /** A complete HTML document. */
  abstract render(page: Page, request: Request, notice?: Told): string;
  /** The page that says no, with the way on and whatever the reader had typed. */
  abstract refused(refusal: Refusal, request: Request): Page;
}
