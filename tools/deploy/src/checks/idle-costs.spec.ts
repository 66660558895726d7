import { describe, expect, test } from 'vitest'
import { idleCosts } from './idle-costs.ts'

const of = (Type: string, Properties = {}) => ({ Resources: { It: { Type, Properties } } })

describe('while nothing happens', () => {
  test.each([
    ['a function', of('AWS::Lambda::Function')],
    ['a table paid for by the request', of('AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' })],
    ['an alarm, which was let pass', of('AWS::CloudWatch::Alarm')],
  ])('%s costs nothing', (_what, template) => expect(idleCosts(template)).toEqual([]))

  test.each([
    [
      'an alarm that was not let pass',
      idleCosts(of('AWS::CloudWatch::Alarm'), {}),
      'It, a AWS::CloudWatch::Alarm, costs 0.10 US dollars a month while nothing happens: do without, or say why in idle-costs.ts',
    ],
    [
      'a table with capacity of its own',
      idleCosts(of('AWS::DynamoDB::Table', { BillingMode: 'PROVISIONED' })),
      'It is paid for by the hour: make it PAY_PER_REQUEST',
    ],
    [
      'what nobody has looked up',
      idleCosts(of('AWS::EC2::NatGateway')),
      'It is a AWS::EC2::NatGateway: write into idle-costs.ts what it costs while nothing happens',
    ],
  ])('%s is refused', (_what, said, sentence) => expect(said).toEqual([sentence]))
})
