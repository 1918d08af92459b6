/** Where and how one embedded server runs; its parts hand this on to each other. */
export type Place = Required<EmbeddedOptions> & {
  cluster: string;
  logFile: string;
  passwordFile: string;
  account: Account;
  /** The folder with `bin/postgres` and `bin/initdb`. */
  programs: string;
};

export interface EmbeddedOptions {
  /** Default true. False is for tests: faster, but a crash of the machine may destroy the data. */
  durable?: boolean;
  /** More settings of postgresql.conf, by name. They do not reach a server that is adopted. */
  settings?: Record<string, string>;
  /** Gets a line for each thing that an operator may want to know. */
  say?: (line: string) => void;
}

/** Whom the server runs as; empty stands for ourselves. */
export type Account = { uid?: number; gid?: number };

/** The end of every sentence that says why there can be no embedded server here. */
export const INSTEAD = 'set DATABASE_URL to use a PostgreSQL server of your own';
