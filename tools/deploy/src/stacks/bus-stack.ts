import { CfnEventBus } from 'aws-cdk-lib/aws-events'
import { CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns'
import { type App, CfnOutput } from 'aws-cdk-lib/core'
import { type Deployment, nameOf } from './deployment.ts'
import { tlsOnly } from './rights.ts'
import { stackIn } from './stack-in.ts'

/** What all services share: the bus, and whom alarms are told to. */
export const busStack = (app: App, deployment: Deployment): void => {
  const stack = stackIn(app, deployment, 'bus')
  const bus = new CfnEventBus(stack, 'Bus', { name: nameOf(deployment) })
  const topic = new CfnTopic(stack, 'Alarms', { topicName: nameOf(deployment, 'alarms') })
  new CfnTopicPolicy(stack, 'AlarmsPolicy', {
    topics: [topic.ref],
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Resource: topic.ref,
          Condition: { StringEquals: { 'aws:SourceAccount': stack.account } },
        },
        tlsOnly('sns:Publish', topic.ref),
      ],
    },
  })
  new CfnOutput(stack, 'BusName', { value: bus.ref })
  new CfnOutput(stack, 'AlarmTopic', { value: topic.ref })
}
