import type {
  APIGatewayProxyEventV2WithLambdaAuthorizer,
  APIGatewayProxyStructuredResultV2,
  AppSyncResolverEvent,
  Context,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
  EventBridgeEvent,
} from 'aws-lambda'
import { expectTypeOf, test } from 'vitest'
import type { BusDelivery } from './events/bus-delivery.ts'
import type { StreamAnswer } from './events/on-stream.ts'
import type { StreamEvent } from './events/stream-event.ts'
import type { ResolverEvent } from './graphql/resolver-event.ts'
import type { HttpEvent, HttpResponse } from './http/http-event.ts'
import type { LambdaContext } from './invocation.ts'

test('what AWS sends is what the edge reads, and the edge answers what AWS takes', () => {
  expectTypeOf<APIGatewayProxyEventV2WithLambdaAuthorizer<{ tenant: string }>>().toExtend<HttpEvent>()
  expectTypeOf<HttpResponse>().toExtend<APIGatewayProxyStructuredResultV2>()
  expectTypeOf<Pick<AppSyncResolverEvent<Record<string, unknown>>, 'arguments' | 'info' | 'request'>>().toExtend<
    Omit<ResolverEvent, 'identity'>
  >()
  expectTypeOf<DynamoDBStreamEvent>().toExtend<StreamEvent>()
  expectTypeOf<StreamAnswer>().toExtend<DynamoDBBatchResponse>()
  expectTypeOf<EventBridgeEvent<'PersonJoined', unknown>>().toExtend<BusDelivery>()
  expectTypeOf<Context>().toExtend<LambdaContext>()
})
