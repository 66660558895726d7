import { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs'
import { letPass } from './let-pass.ts'
import { named, type Place } from './place.ts'
import { tlsOnly } from './rights.ts'

/** Two weeks, the longest that a queue keeps what nobody fetches. */
const KEPT_S = 14 * 86_400

/** Where what could not be delivered waits for people to look. */
export const deadLettersOf = (place: Place): CfnQueue => {
  const { stack } = place
  const dead = new CfnQueue(stack, 'DeadLetters', {
    queueName: named(place, 'dead-letters'),
    messageRetentionPeriod: KEPT_S,
    sqsManagedSseEnabled: true,
  })
  letPass(dead, 'SQS3', 'It is the queue of dead letters.')
  const Resource = dead.attrArn
  const fromRules = {
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    Principal: { Service: 'events.amazonaws.com' },
    Resource,
    Condition: { StringEquals: { 'aws:SourceAccount': stack.account } },
  }
  new CfnQueuePolicy(stack, 'DeadLettersPolicy', {
    queues: [dead.ref],
    policyDocument: { Version: '2012-10-17', Statement: [fromRules, tlsOnly('sqs:*', Resource)] },
  })
  return dead
}
