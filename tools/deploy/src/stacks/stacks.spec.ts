import { describe, expect, test } from 'vitest'
import { idleCosts } from '../checks/idle-costs.ts'
import { built, deployment, templatesOf } from '../testing/deployed.ts'
import type { Deployment } from './deployment.ts'

const templates = templatesOf(deployment())
const resources = Object.entries(templates).flatMap(([stack, { Resources }]) =>
  Object.entries(Resources).map(([id, resource]) => ({ stack, id, ...resource })),
)
const propertiesOf = (stack: string, id: string): Readonly<Record<string, unknown>> =>
  resources.find((each) => each.stack === stack && each.id === id)?.Properties ?? {}

const differing = (changed: typeof templates): readonly string[] =>
  Object.keys(templates).filter((name) => JSON.stringify(changed[name]) !== JSON.stringify(templates[name]))

describe('the stacks of an environment', () => {
  test('are one for each service, and what services share', () =>
    expect(Object.keys(templates).sort()).toEqual([
      'awayday-artifacts',
      'awayday-test-bus',
      'awayday-test-directory',
      'awayday-test-graph',
      'awayday-test-http',
      'awayday-test-leave',
      'awayday-test-web',
    ]))

  test('are the same whenever they are made, and that takes less than ten seconds', () => {
    const begun = performance.now()
    expect(templatesOf(deployment())).toEqual(templates)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('change where a service does, and nowhere else', () => {
    const functions = { ...built.leave.functions, api: 'b'.repeat(64) }
    const changed = templatesOf(
      deployment({ services: Object.values({ ...built, leave: { ...built.leave, functions } }) }),
    )
    expect(differing(changed)).toEqual(['awayday-test-leave'])
  })

  test('show another web app where only that has changed', () => {
    const changed = templatesOf(
      deployment({ services: Object.values({ ...built, dashboard: { ...built.dashboard, web: 'd'.repeat(64) } }) }),
    )
    expect(differing(changed)).toEqual(['awayday-test-web'])
  })

  test('cost nothing while nothing happens, but what was let pass', () =>
    expect(Object.values(templates).flatMap((template) => idleCosts(template))).toEqual([]))

  test('are all tagged with their environment', () => {
    const untagged = resources.filter(
      ({ stack, Properties }) =>
        stack !== 'awayday-artifacts' &&
        Properties &&
        'Tags' in Properties &&
        !JSON.stringify(Properties['Tags']).includes('"awayday:environment"'),
    )
    expect(untagged).toEqual([])
  })

  test('of two environments share no name but that of the bucket of artifacts', () => {
    const namesOf = (environment: string): readonly string[] =>
      Object.entries(templatesOf(deployment({ environment })))
        .filter(([name]) => name !== 'awayday-artifacts')
        .flatMap(([name, { Resources }]) => [name, ...(JSON.stringify(Resources).match(/"awayday-[\w-]+/g) ?? [])])
    const [ana, bob] = [new Set(namesOf('ana')), new Set(namesOf('bob'))]
    expect(ana.size).toBeGreaterThan(50)
    expect([...ana].filter((name) => bob.has(name))).toEqual(['"awayday-artifacts-'])
  })

  test('fit into what CloudFormation takes', () => {
    for (const template of Object.values(templates)) {
      expect(JSON.stringify(template).length).toBeLessThan(1_000_000)
      expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(500)
    }
  })
})

describe('a function', () => {
  test('runs its zip, by the content’s name', () =>
    expect(propertiesOf('awayday-test-leave', 'Api')).toMatchObject({
      FunctionName: 'awayday-test-leave-api',
      Code: { S3Key: `functions/${'a'.repeat(64)}.zip` },
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
    }))

  test('of demo mode is deployed where an environment is somebody’s own, and nowhere else', () => {
    const ids = (made: Deployment) =>
      Object.values(templatesOf(made)).flatMap(({ Resources }) =>
        Object.keys(Resources).filter((id) => id.startsWith('Demo')),
      )
    expect(ids(deployment())).toEqual([])
    expect(ids(deployment({ demo: true, keepsData: false }))).toContain('DemoSignIn')
  })

  test('without a zip stops all', () =>
    expect(() => templatesOf(deployment({ services: [{ ...built.leave, functions: { api: 'a' } }] }))).toThrow(
      'leave/graphql has no zip: call pnpm build',
    ))

  test('has a name that Lambda takes, however long that of its environment is', () => {
    const long = templatesOf(deployment({ environment: 'a'.repeat(16) }))
    const names = Object.values(long).flatMap(({ Resources }) =>
      Object.values(Resources).flatMap(({ Type, Properties }) =>
        Type === 'AWS::Lambda::Function' ? [String(Properties?.['FunctionName'])] : [],
      ),
    )
    expect(names.filter((name) => name.length > 64)).toEqual([])
    expect(names.length).toBeGreaterThan(15)
  })

  test.each(['leave', 'directory'])('of %s has a log that is forgotten after a month', (service) => {
    const logs = resources.filter(
      ({ stack, Type }) => stack === `awayday-test-${service}` && Type === 'AWS::Logs::LogGroup',
    )
    for (const { Properties } of logs) expect(Properties).toMatchObject({ RetentionInDays: 30 })
    expect(logs.length).toBeGreaterThan(5)
  })
})

describe('a table', () => {
  test('outlives its stack and takes no more than the brake, where data is kept', () => {
    const table = templates['awayday-test-leave']?.Resources['EventsTable']
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        TableName: 'awayday-test-leave-events',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        OnDemandThroughput: { MaxReadRequestUnits: 4000, MaxWriteRequestUnits: 1000 },
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      },
    })
  })

  test('goes with its stack where data is not kept', () => {
    const own = templatesOf(deployment({ keepsData: false }))
    expect(own['awayday-test-leave']?.Resources['EventsTable']).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    })
  })
})
