import type { HttpResponse } from '@awayday/edge'
import middy from '@middy/core'
import httpErrorHandler from '@middy/http-error-handler'
import httpJsonBodyParser from '@middy/http-json-body-parser'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { answerOf, created, refused, zodSchema } from './command.ts'

type Parsed = Omit<APIGatewayProxyEventV2, 'body'> & { readonly body: unknown }

/** What most people deploy: middy with its own router, parser and error handler, its timer on, and zod. */
const request = middy(async ({ pathParameters, body }: Parsed): Promise<HttpResponse> => {
  const { success, data } = zodSchema.safeParse(body)
  if (!success || data.last < data.first) return refused()
  return created(answerOf(pathParameters?.['person'] ?? '', data))
})
  .use(httpJsonBodyParser())
  .use(httpErrorHandler({ logger: false }))

const list = async () => created([])

export const stockMiddy = middy(
  httpRouter([
    { method: 'POST', path: '/v1/leave/people/{person}/requests', handler: request as never },
    { method: 'GET', path: '/v1/leave/people/{person}/requests', handler: list },
    { method: 'GET', path: '/v1/leave/types', handler: list },
  ]),
)
