import type { FunctionManifest } from '@awayday/manifest'
import { describe, expect, test } from 'vitest'
import { idleDollars } from '../checks/idle-costs.ts'
import { built, deployment, templatesOf } from '../testing/deployed.ts'
import type { Deployment } from './deployment.ts'

const templates = templatesOf(deployment())
const leaveOf = (made: Deployment) => templatesOf(made)['awayday-test-leave']?.Resources ?? {}
const leave = leaveOf(deployment())
const versionsIn = (resources: typeof leave): readonly string[] =>
  Object.keys(resources).filter((id) => /Version[0-9a-f]{12}$/i.test(id))

describe('a function that people rely on', () => {
  test('is called by its alias, whatever starts it', () => {
    const starts = Object.entries(leave).filter(([id]) => /(Feed|Rule|Permission|Schedule|SchedulerRole)$/.test(id))
    expect(starts.length).toBeGreaterThan(8)
    for (const [id, resource] of starts) {
      const text = JSON.stringify(resource)
      expect([id, text]).toEqual([id, expect.stringMatching(/"Ref":"\w+Live"/)])
      expect(text.match(/\["\w+","Arn"\]/g) ?? []).not.toContain(`["${id.replace(/[A-Z][a-z]+$/, '')}","Arn"]`)
    }
    for (const api of ['http', 'graph']) {
      const called = JSON.stringify(templates[`awayday-test-${api}`]).match(/:function:[\w-]+(:live)?/g) ?? []
      expect(called.length).toBeGreaterThan(2)
      expect(called.filter((name) => !name.endsWith(':live'))).toEqual([])
    }
  })

  test('moves to a version of exactly its zip, by CodeDeploy, which listens to its alarms', () => {
    const [version = ''] = versionsIn(leave).filter((id) => id.startsWith('Api'))
    expect(leave[version]?.Properties).toEqual({
      FunctionName: { Ref: 'Api' },
      CodeSha256: Buffer.from('a'.repeat(64), 'hex').toString('base64'),
    })
    expect(leave['ApiLive']).toMatchObject({
      Properties: { Name: 'live', FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] } },
      UpdatePolicy: { CodeDeployLambdaAliasUpdate: { DeploymentGroupName: { Ref: 'ApiShift' } } },
    })
    expect(leave['ApiShift']?.Properties).toMatchObject({
      AutoRollbackConfiguration: { Enabled: true },
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: 'ApiFails' } }, { Name: { Ref: 'ApiIsSlow' } }] },
    })
  })

  test('has another version where its memory is another, and nowhere else', () => {
    const { manifest } = built.leave
    const api = { ...manifest.functions['api'], memoryMb: 2_048 } as FunctionManifest
    const services = [{ ...built.leave, manifest: { ...manifest, functions: { ...manifest.functions, api } } }]
    const changed = versionsIn(leaveOf(deployment({ services: [built.directory, ...services, built.dashboard] })))
    expect(changed.filter((id) => !versionsIn(leave).includes(id))).toEqual([expect.stringMatching(/^ApiVersion/)])
  })

  test('gets all calls at once where that is asked for', () =>
    expect(JSON.stringify(templatesOf(deployment({ atOnce: true })))).not.toContain('UpdatePolicy'))
})

test('alarms cost something where people rely on an environment, and nothing costs anything where nobody does', () => {
  const dollarsOf = (made: Deployment) =>
    Object.values(templatesOf(made)).reduce((sum, each) => sum + idleDollars(each), 0)
  expect(dollarsOf(deployment())).toBeCloseTo(3.4)
  expect(dollarsOf(deployment({ keepsData: false, demo: true }))).toBe(0)
})
