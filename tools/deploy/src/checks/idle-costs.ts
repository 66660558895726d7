import { PRICES } from '@awayday/meter/prices'
import type { Template } from './template.ts'

/** US dollars a month of one resource, or of one metric of an alarm, while nothing happens but storage. */
const IDLE: Readonly<Record<string, number>> = {
  'AWS::AppSync::DataSource': 0,
  'AWS::AppSync::GraphQLApi': 0,
  'AWS::AppSync::GraphQLSchema': 0,
  'AWS::AppSync::Resolver': 0,
  'AWS::ApiGatewayV2::Api': 0,
  'AWS::ApiGatewayV2::Authorizer': 0,
  'AWS::ApiGatewayV2::Integration': 0,
  'AWS::ApiGatewayV2::Route': 0,
  'AWS::ApiGatewayV2::Stage': 0,
  'AWS::CloudFront::Distribution': 0,
  'AWS::CloudFront::Function': 0,
  'AWS::CloudFront::OriginAccessControl': 0,
  'AWS::CloudFront::ResponseHeadersPolicy': 0,
  'AWS::CloudWatch::Alarm': PRICES.alarmMetric,
  'AWS::CodeDeploy::Application': 0,
  'AWS::CodeDeploy::DeploymentGroup': 0,
  'AWS::DynamoDB::Table': 0,
  'AWS::Events::EventBus': 0,
  'AWS::Events::Rule': 0,
  'AWS::IAM::Role': 0,
  'AWS::Lambda::Alias': 0,
  'AWS::Lambda::EventInvokeConfig': 0,
  'AWS::Lambda::EventSourceMapping': 0,
  'AWS::Lambda::Function': 0,
  'AWS::Lambda::Permission': 0,
  'AWS::Lambda::Version': 0,
  'AWS::Logs::LogGroup': 0,
  'AWS::S3::Bucket': 0,
  'AWS::S3::BucketPolicy': 0,
  'AWS::SNS::Topic': 0,
  'AWS::SNS::TopicPolicy': 0,
  'AWS::SQS::Queue': 0,
  'AWS::SQS::QueuePolicy': 0,
  'AWS::Scheduler::Schedule': 0,
}

/** What may cost something all the same, and why. */
const WAIVED: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm':
    'Nobody looks at logs by themselves. Where people rely on an environment alarms look at 34 metrics, of which ten of an account are free; where nobody does there are none.',
}

/** One sentence for each resource that costs something while nothing happens, and was not let pass. Nothing is taken to be free. */
export const idleCosts = ({ Resources }: Template, waived = WAIVED): readonly string[] =>
  Object.entries(Resources).flatMap(([id, { Type, Properties }]) => {
    const dollars = dollarsOf(Type, Properties)
    if (dollars === undefined)
      return [`${id} is a ${Type}: write into idle-costs.ts what it costs while nothing happens`]
    if (Type === 'AWS::DynamoDB::Table' && Properties?.['BillingMode'] !== 'PAY_PER_REQUEST')
      return [`${id} is paid for by the hour: make it PAY_PER_REQUEST`]
    return dollars > 0 && !waived[Type]
      ? [
          `${id}, a ${Type}, costs ${dollars.toFixed(2)} US dollars a month while nothing happens: do without, or say why in idle-costs.ts`,
        ]
      : []
  })

/** What a month of all of it costs while nothing happens, in US dollars. */
export const idleDollars = ({ Resources }: Template): number =>
  Object.values(Resources).reduce((sum, { Type, Properties }) => sum + (dollarsOf(Type, Properties) ?? 0), 0)

const dollarsOf = (type: string, { Metrics }: Readonly<Record<string, unknown>> = {}): number | undefined => {
  const dollars = IDLE[type]
  const added = Array.isArray(Metrics) ? Metrics.filter((each) => 'MetricStat' in each).length : 1
  return dollars && dollars * added
}
