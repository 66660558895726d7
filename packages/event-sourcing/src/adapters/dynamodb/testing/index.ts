export { onDynamoDb } from './on-server.ts'
export { sameCosts } from './same-costs.ts'
