import { describe, expect, test } from 'vitest'
import { deployment, templatesOf } from '../testing/deployed.ts'

const templates = templatesOf(deployment())
type Statement = { readonly Action: readonly string[]; readonly Resource: readonly unknown[] }

/** `dynamodb:Query table/awayday-test-leave-views`, for every action and resource of a role. */
const rightsOf = (service: string, role: string): readonly string[] => {
  const { Properties } = templates[`awayday-test-${service}`]?.Resources[role] ?? {}
  const policies = (Properties?.['Policies'] ?? []) as readonly {
    readonly PolicyDocument: { readonly Statement: readonly Statement[] }
  }[]
  return policies
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((each) => [action, each])),
    )
    .map(([action, resource]) => `${action} ${lastOf(resource)}`)
    .sort()
}

/** What an ARN ends with, or whose it is. */
const lastOf = (resource: unknown): string => {
  const { 'Fn::GetAtt': attribute, 'Fn::Join': joined } = resource as Readonly<Record<string, readonly unknown[]>>
  if (attribute) return attribute.join('.')
  const parts = joined?.[1] as readonly unknown[] | undefined
  return String(parts?.at(-1) ?? JSON.stringify(resource)).replace(/^.*:(?=table|event-bus)|^:/, '')
}

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
