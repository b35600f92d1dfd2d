import { isObject, type JsonObject } from "../../measure/json.ts";
import { checkOptions, type ExpectedOptions } from "../../options/check-options.ts";
import { count, objectWith, required } from "../../options/expected.ts";
import type { AnswerStore } from "./answer-store.ts";

const MAX_BYTES = 256 * 2 ** 20;
/** The most that is removed at a time: a write must not take long. */
const MOST_REMOVED = 100;

/**
 * An open SQLite database, as `node:sqlite` (Node 22), `better-sqlite3` and `libsql` have it. Its owner closes it.
 */
export type SqliteDatabase = {
  exec(sql: string): unknown;
  prepare(sql: string): { get(...values: (string | number)[]): unknown; run(...values: (string | number)[]): unknown };
};

/** How much a file may hold. */
export type SqliteStoreOptions = {
  /** Bytes of the database in use; the oldest answers go first. Default 256 MiB. */
  maxBytes?: number | undefined;
};

const EXPECTED: ExpectedOptions<SqliteStoreOptions & { database: SqliteDatabase }> = {
  database: required(objectWith("an open database with exec and prepare", "exec", "prepare")),
  maxBytes: count(1),
};

/**
 * Keeps answers in a SQLite file, which several processes of one machine may share. @throws TypeError where an option is
 * wrong; a file that cannot be read or written is a fault of the store, told when it is used
 */
export function sqliteStore(database: SqliteDatabase, options: SqliteStoreOptions = {}): AnswerStore {
  checkOptions("sqliteStore", { ...options, database }, EXPECTED);
  const { maxBytes = MAX_BYTES } = options;
  let isPrepared = false;
  const prepare = (sql: string): ReturnType<SqliteDatabase["prepare"]> => {
    if (!isPrepared) createTable(database);
    isPrepared = true;
    return database.prepare(sql);
  };
  const holds = (text: string): boolean => {
    const { value } = rowOf(prepare(USED_BYTES).get());
    return Number(value) + text.length <= maxBytes;
  };
  return {
    get: (key) => rowOf(prepare("SELECT text FROM answers WHERE key = ? AND ends > ?").get(key, Date.now()))["text"],
    set: (key, text, milliseconds) => {
      const now = Date.now();
      prepare(`DELETE FROM answers WHERE id IN (${OLDEST}) AND ends <= ?`).run(MOST_REMOVED, now);
      if (!holds(text)) prepare(`DELETE FROM answers WHERE id IN (${OLDEST})`).run(MOST_REMOVED);
      if (!holds(text)) return;
      prepare("INSERT OR REPLACE INTO answers (key, text, ends) VALUES (?, ?, ?)").run(key, text, now + milliseconds);
    },
    delete: (key) => prepare("DELETE FROM answers WHERE key = ?").run(key),
  };
}

/** Pages that hold something, in bytes: known without a look at the rows. Rows lie in the order of `id`, so the oldest free whole pages. */
const USED_BYTES = `SELECT (count.page_count - free.freelist_count) * size.page_size AS value
  FROM pragma_page_count count, pragma_freelist_count free, pragma_page_size size`;

const OLDEST = "SELECT id FROM answers ORDER BY id LIMIT ?";

/** A write ahead is safe when the process is killed, and needs no flush to the disk each time. */
function createTable(database: SqliteDatabase): void {
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = NORMAL");
  // The call blocks the process while another one writes.
  database.exec("PRAGMA busy_timeout = 50");
  database.exec(
    "CREATE TABLE IF NOT EXISTS answers (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text TEXT NOT NULL, ends REAL NOT NULL)",
  );
}

function rowOf(row: unknown): JsonObject {
  return isObject(row) ? row : {};
}
