/** What a statement may be given. Byte arrays travel in the binary form of their type, everything else as text. */
export type Parameter = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[]

export type Row = Readonly<Record<string, unknown>>

export interface Queryable {
  /** Runs one statement with `$1`-style parameters and gives its rows. Times come as text, int8 as number, bytea as bytes. */
  query<R extends Row = Row>(sql: string, parameters?: readonly Parameter[]): Promise<R[]>
  /** Runs a script of several statements without parameters. */
  script(sql: string): Promise<void>
  /**
   * Writes rows in the form of `copyData`, which changes hands. Only inside a transaction of the embedded engine: there nobody
   * else writes, so none of the rows can have come in from elsewhere meanwhile.
   */
  readonly copy?: (table: string, columns: readonly string[], rows: Uint8Array) => Promise<void>
}

/** One PostgreSQL, embedded or served. Both speak the same SQL; failures are `IsnadError` where the repair is known. */
export interface Database extends Queryable {
  readonly backend: 'pglite' | 'postgres'
  /** The data folder, or `host:port/database`. */
  readonly location: string
  /** True when a statement would have to wait for others to end. */
  isBusy(): boolean
  /** Runs `work` in one transaction; rolls back and rethrows when it fails. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>
  /** Throws `STORE_FULL` when `bytes` more would not fit; a server looks after its own disk. */
  ensureRoom(bytes: number): Promise<void>
  /** What the embedded engine has nobody else to do for: writes its log away, empties the index's waiting list. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Settings that both backends run with. Plans are chosen by the shape of our statements, not by statistics (see search). */
export const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  enable_seqscan: 'off',
  jit: 'off',
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  extra_float_digits: '1',
}
