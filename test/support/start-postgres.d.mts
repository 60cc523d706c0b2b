/** Starts a PostgreSQL server that ends with this process at the latest. */
export declare function startPostgres(): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}>;
