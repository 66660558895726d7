import { describe, expect, test } from 'vitest'
import { rightsIn } from '../ship/rights-in.ts'
import { deployment, templatesOf } from '../testing/deployed.ts'

const templates = templatesOf(deployment())
/** `dynamodb:Query table/awayday-test-leave-views`, for every action and resource of a role. */
const rightsOf = (service: string, role: string): readonly string[] =>
  rightsIn(templates[`awayday-test-${service}`] ?? { Resources: {} }).flatMap((right) =>
    right.startsWith(`${role}: `) ? right.slice(role.length + 2) : [],
  )

const log = (role: string) => [`logs:CreateLogStream ${role}.Arn`, `logs:PutLogEvents ${role}.Arn`]
const reads = (...tables: readonly string[]) =>
  ['BatchGetItem', 'GetItem', 'Query'].flatMap((action) =>
    tables.map((table) => `dynamodb:${action} table/awayday-test-${table}`),
  )

describe('a role allows what its function does, and nothing else', () => {
  test('whoever only reads writes nothing', () =>
    expect(rightsOf('directory', 'AuthorizeRole')).toEqual(
      [...reads('directory-control', 'directory-events', 'directory-records'), ...log('AuthorizeLog')].sort(),
    ))

  test('whoever is started by the clock may put what failed among the dead letters', () =>
    expect(rightsOf('leave', 'WarnRole')).toEqual(
      [
        ...reads('leave-control', 'leave-events', 'leave-records'),
        ...log('WarnLog'),
        'events:PutEvents event-bus/awayday-test',
        'sqs:SendMessage DeadLetters.Arn',
      ].sort(),
    ))

  test('whoever follows a table reads its stream', () =>
    expect(rightsOf('leave', 'RelayRole')).toEqual(
      expect.arrayContaining([
        'dynamodb:GetRecords EventsTable.StreamArn',
        'dynamodb:PutItem table/awayday-test-leave-views',
      ]),
    ))

  test('nobody may do everything, or to everything', () => {
    const text = JSON.stringify(
      Object.values(templates).map(({ Resources }) =>
        Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::Role'),
      ),
    )
    expect(text.match(/"[a-z]+:\*"|"Resource":\["\*"\]|"Resource":"\*"/g)).toBe(null)
    expect(text).toContain('dynamodb:Query')
  })
})
