/** A finished mail: the same words twice, as text and as HTML. */
export interface Mail {
  to: string;
  subject: string;
  /** Language of subject and words. */
  locale: string;
  text: string;
  html: string;
  /** The one link that the mail is about, for the development page that shows the outbox. */
  link?: string;
}
