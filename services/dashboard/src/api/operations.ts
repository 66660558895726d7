import { print } from 'graphql'
import * as documents from './documents.ts'

/** Everything that the app asks: a deploy looks whether the services that it is sent with can answer it. */
export const operations: readonly string[] = Object.values(documents).map((document) => print(document))
