/** A suite that leaves its database behind, and says which. */
import { mongoDatabase } from '../servers/index.ts'

const { client, db } = await mongoDatabase()
await db.collection('notes').insertOne({})
console.log(db.databaseName)
await client.close()
