import type { DatabaseSync } from 'node:sqlite'

/** Remembers all rows of a SQLite database, and puts them back whenever it is asked to: the same world again, without making it anew. */
export const rewinding = (db: DatabaseSync): (() => void) => {
  db.exec("ATTACH ':memory:' AS remembered")
  const tables = db
    .prepare("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'")
    .all()
    .map(({ name }) => String(name))
  for (const table of tables) db.exec(`CREATE TABLE remembered."_${table}" AS SELECT * FROM main."${table}"`)
  return () => {
    for (const table of tables)
      db.exec(`DELETE FROM main."${table}"; INSERT INTO main."${table}" SELECT * FROM remembered."_${table}"`)
  }
}
