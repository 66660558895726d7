import type { DatabaseSync } from 'node:sqlite'

/** What the host remembers beside events: one text by name. */
export const settings = (db: DatabaseSync) => {
  db.exec('CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  const select = db.prepare('SELECT value FROM setting WHERE name = ?')
  const upsert = db.prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
  return {
    get: (name: string): string | undefined => select.get(name)?.['value'] as string | undefined,
    set: (name: string, value: string): void => {
      upsert.run(name, value)
    },
  }
}
export type Settings = ReturnType<typeof settings>
