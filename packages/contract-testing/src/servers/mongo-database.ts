import { type Db, MongoClient } from 'mongodb'
import { endpointsOf, uniqueName } from './endpoints.ts'

/** A fresh database of the test run's MongoDB, dropped on disposal. `url` names server and database. */
export type MongoDatabase = { readonly client: MongoClient; readonly db: Db; readonly url: string } & AsyncDisposable

export const mongoDatabase = async (): Promise<MongoDatabase> => {
  const { mongoDbUrl, run } = endpointsOf(process.env)
  const name = uniqueName(run)
  const client = await new MongoClient(mongoDbUrl).connect()
  const db = client.db(name)
  return {
    client,
    db,
    url: urlOf(mongoDbUrl, name),
    async [Symbol.asyncDispose]() {
      await db.dropDatabase()
      await client.close()
    },
  }
}

const urlOf = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
