import type { Db, Document } from 'mongodb'

/** What a collection was asked, and the indexes that the server goes by; `COLLSCAN`: it reads the collection from end to end. */
export type MongoPlan = { readonly asked: string; readonly by: readonly string[] }

/** Hears what is asked through a client whose URL says `monitorCommands=true`, and has the server explain each question. */
export const mongoPlans = async (db: Db, ask: () => Promise<void>): Promise<readonly MongoPlan[]> => {
  const asked: Document[] = []
  const hear = ({ command }: { readonly command: Document }): void => {
    if (command['find']) asked.push(command)
  }
  db.client.on('commandStarted', hear)
  await ask()
  db.client.off('commandStarted', hear)
  return Promise.all(
    asked.map(async ({ find, filter, sort, limit }) => {
      const explain = { find, filter, ...(sort && { sort }), ...(limit && { limit }) }
      const plan = await db.command({ explain, verbosity: 'queryPlanner' })
      return { asked: `${find} ${JSON.stringify(filter)}`, by: indexesIn(plan['queryPlanner']) }
    }),
  )
}

/** MongoDB's plan tells `stage`s; that of a server over PostgreSQL tells its nodes. */
const indexesIn = (plan: unknown): readonly string[] => {
  if (typeof plan !== 'object' || plan === null) return []
  const { stage, indexName, 'Node Type': node, 'Index Name': index, 'Index Cond': cond } = plan as Plan
  const here = [
    ...(stage === 'COLLSCAN' || node === 'Seq Scan' ? ['COLLSCAN'] : []),
    ...(stage === 'IDHACK' || `${stage}`.startsWith('EXPRESS') ? ['_id_'] : []),
    ...(stage === 'IXSCAN' ? [`${indexName}`] : []),
    ...(`${node}`.includes('Index Scan') ? [isWhole(cond) ? 'COLLSCAN' : `${index}`] : []),
  ]
  const within = Object.entries(plan).filter(([name]) => name !== 'rejectedPlans')
  return [...here, ...within.flatMap(([, part]) => indexesIn(part))]
}

type Plan = Readonly<Record<string, unknown>>

/** Over PostgreSQL a collection lies in its key's index, and reading all of it looks like a search in that. */
const isWhole = (cond: unknown): boolean => !/document|object_id/.test(`${cond}`)
