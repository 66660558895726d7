import type { DatabaseSync } from 'node:sqlite'

/** How SQLite answers a statement: `SEARCH` goes by a key or an index, `SCAN` reads a table from end to end. */
export const sqlitePlan = (db: DatabaseSync, statement: string): readonly string[] =>
  db
    .prepare(`EXPLAIN QUERY PLAN ${statement}`)
    .all(...[...statement.matchAll(/\?/g)].map(() => null))
    .map(({ detail }) => String(detail))
