export { type DynamoTables, dynamoTables } from './dynamo-tables.ts'
export { type MongoDatabase, mongoDatabase } from './mongo-database.ts'
