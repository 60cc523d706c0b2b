/** Starts a PostgreSQL server that ends with this process at the latest. Unless `durable`, it does not wait for the disk. */
export declare function startPostgres(options?: { readonly durable?: boolean }): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}>;
