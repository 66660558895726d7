import { describe, expect, test } from 'vitest'
import type { Template } from '../checks/template.ts'
import { differenceOf, isEmpty } from './difference.ts'

const arn = (table: string) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:table/awayday-test-${table}`]],
})
const role = (...tables: readonly string[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    Policies: [{ PolicyDocument: { Statement: [{ Action: ['dynamodb:Query'], Resource: tables.map(arn) }] } }],
  },
})
const running: Template = {
  Resources: {
    Api: {
      Type: 'AWS::Lambda::Function',
      Properties: { Code: { S3Key: `functions/${'a'.repeat(64)}.zip` }, MemorySize: 512 },
    },
    ApiRole: role('leave-events'),
    Old: { Type: 'AWS::SQS::Queue' },
  },
}

describe('what would change', () => {
  test('is nothing where nothing does', () => expect(isEmpty(differenceOf(running, running))).toBe(true))

  test('is told as code, infrastructure and rights', () =>
    expect(
      differenceOf(running, {
        Resources: {
          Api: {
            Type: 'AWS::Lambda::Function',
            Properties: { Code: { S3Key: `functions/${'b'.repeat(64)}.zip` }, MemorySize: 1024 },
          },
          ApiRole: role('leave-events', 'leave-views'),
          New: { Type: 'AWS::SNS::Topic' },
        },
      }),
    ).toEqual({
      code: ['Api: aaaaaaaaaaaa -> bbbbbbbbbbbb'],
      infrastructure: [
        '~ Api (AWS::Lambda::Function) MemorySize: 512 -> 1024',
        '+ New (AWS::SNS::Topic)',
        '- Old (AWS::SQS::Queue)',
      ],
      rights: ['+ ApiRole: dynamodb:Query table/awayday-test-leave-views'],
    }))

  test('is told of a function, and not again of the version and the alias that follow it', () => {
    const live = (version: string, policy: object) => ({
      Resources: {
        [version]: { Type: 'AWS::Lambda::Version' },
        Live: {
          Type: 'AWS::Lambda::Alias',
          Properties: { FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] } },
          ...policy,
        },
      },
    })
    expect(isEmpty(differenceOf(live('Version1', { UpdatePolicy: {} }), live('Version2', {})))).toBe(true)
  })

  test('is all, where nothing runs yet; and all is gone where nothing is wanted', () => {
    expect(differenceOf(undefined, running).infrastructure).toEqual([
      '+ Api (AWS::Lambda::Function)',
      '+ ApiRole (AWS::IAM::Role)',
      '+ Old (AWS::SQS::Queue)',
    ])
    expect(differenceOf(running, undefined).rights).toEqual([
      '- ApiRole: dynamodb:Query table/awayday-test-leave-events',
    ])
  })
})
