/** Where the editor finds what can be put into a text; what is absent is not offered. */
export interface EditorSources {
  /** Slug of the handbook whose chapters and figures can be referred to. */
  handbook?: string;
  /** Slug of the partnership whose key messages and practices can be included. */
  partnership?: string;
}
