/** The stores that are servers: run by `pnpm bench` through with-servers, which finds or starts them. */
import { benchDynamoDb } from './dynamodb.ts'
import { benchMongoDb } from './mongodb.ts'

console.log(await benchMongoDb())
console.log(await benchDynamoDb())
