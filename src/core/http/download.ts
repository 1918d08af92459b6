/** A file that a handler returns, for people to keep. */
export class Download {
  constructor(
    readonly content: string,
    /** With its charset. */
    readonly type: string,
    /** ASCII, without quotation marks. */
    readonly name: string,
  ) {}
}
