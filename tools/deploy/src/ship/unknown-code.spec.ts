import { describe, expect, test } from 'vitest'
import { keyOf } from '../stacks/deployment.ts'
import { refuseUnknown } from './unknown-code.ts'

const [noted, wanted, other] = ['a', 'b', 'c'].map((digit) => digit.repeat(64))
const running = (sha256 = '') => ({
  name: 'awayday-test-leave',
  running: {
    Resources: {
      Api: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Key: keyOf(sha256) } } },
      Feed: { Type: 'AWS::Lambda::EventSourceMapping', Properties: {} },
    },
  },
})
const known = [noted, wanted].map((api = '') => ({ functions: { api } }))

describe('what an environment runs', () => {
  test('is known by the versions file, or by a ship that was cut short', () => {
    expect(() => refuseUnknown('test', [running(noted), running(wanted)], known)).not.toThrow()
    expect(() => refuseUnknown('test', [{ name: 'awayday-test-leave', running: undefined }], [])).not.toThrow()
  })

  test('is named where nobody here knows it', () =>
    expect(() => refuseUnknown('test', [running(other)], known)).toThrow(
      new RegExp(`^test runs what neither deploy/test.json[^]*awayday-test-leave, Api: functions/${other}.zip`),
    ))
})
