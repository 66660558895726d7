/** A suite that removes what it makes. */
import { mongoDatabase } from '../servers/index.ts'

await using database = await mongoDatabase()
await database.db.collection('notes').insertOne({})
