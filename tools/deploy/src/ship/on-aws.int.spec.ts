import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { services } from '@awayday/host/services'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sha256Of, textOf } from '../build/artifact.ts'
import { artifactsBucket } from '../stacks/deployment.ts'
import { artifactsIn } from './artifacts.ts'
import { planned, type Step } from './plan.ts'
import { retire } from './retire.ts'
import { apply, type Shipping, ship } from './ship.ts'
import { stacksOf } from './stacks-on-aws.ts'
import { refuseUnknown } from './unknown-code.ts'
import { moved, readVersions, type Services, steppedBack, writeVersions } from './versions.ts'
import { builtNow } from './wanted.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

/** The server knows neither ApiGatewayV2 nor AppSync nor CloudFront: docs/deploy.md has the list. */
const REACHED = /-(artifacts|bus|directory|leave)$/
const region = 'eu-west-1'
const bucket = artifactsBucket({ account: '123456789012', region })
const folder = mkdtempSync(join(tmpdir(), 'awayday-ship-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lambda = new LambdaClient({ region })
const s3 = new S3Client({ region, forcePathStyle: true })
const cloudFormation = new CloudFormationClient({ region })
const told: string[] = []
const shipping = (environment: string, agrees = true): Shipping => ({
  environment,
  people: 100,
  cloudFormation,
  ssm: new SSMClient({ region }),
  artifacts: artifactsIn(folder, s3, bucket, region),
  tell: (line) => void told.push(line),
  agrees: async () => agrees,
  over: false,
  atOnce: false,
})
const environment = { keepsData: false, services: {} }

const stepsTo = async (
  { environment: name, artifacts }: Shipping,
  services: Services,
  demo = false,
): Promise<readonly Step[]> => {
  const found = await Promise.all(Object.values(services).map((sha256) => artifacts.service(sha256)))
  const { steps } = await planned(cloudFormation, {
    environment: name,
    keepsData: false,
    demo,
    atOnce: false,
    services: found,
  })
  return steps.filter((step) => REACHED.test(step.name))
}
/** As `ship` does it, as far as the server knows what is to be made. */
const shipped = async (to: Shipping, services: Services, demo = false): Promise<void> =>
  apply(to, await stepsTo(to, services, demo), Object.values(services))
const codeOf = async (FunctionName: string): Promise<string> => {
  const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName }))
  return Buffer.from(Configuration?.CodeSha256 ?? '', 'base64').toString('hex')
}

let wanted: Services
beforeAll(async () => {
  wanted = await builtNow(services, folder, {})
})

describe('an environment on AWS', () => {
  test('is not touched when whoever is asked says no', async () => {
    expect(await ship(shipping('test', false), environment, wanted)).toBe(undefined)
    expect(told).toContain('    + EventsTable (AWS::DynamoDB::Table)')
    expect(told.at(-1)).toMatch(/^ {2}together {2}\d+\.\d\d$/)
    await expect(s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'any' }))).rejects.toThrow()
  })

  test('is made, with tables as stores make them and functions that are the zips', async () => {
    await shipped(shipping('test'), wanted)
    const { Table } = await new DynamoDBClient({ region }).send(
      new DescribeTableCommand({ TableName: 'awayday-test-leave-events' }),
    )
    expect(Table).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    })
    const { functions } = await shipping('test').artifacts.service(wanted['leave'] ?? '')
    expect(await codeOf('awayday-test-leave-api')).toBe(functions['api'])
    const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: 'awayday-test-leave-api' }))
    expect(Configuration?.Environment?.Variables).toMatchObject({
      AWAYDAY_STORE: 'dynamodb',
      AWAYDAY_TABLE_PREFIX: 'awayday-test',
      AWAYDAY_SECRET: expect.stringMatching(/^.{43}$/),
    })
  })

  test('has nothing to change after that', async () => expect(await stepsTo(shipping('test'), wanted)).toEqual([]))

  test('changes by one stack when one function of one service has changed, and names what somebody else runs there', async () => {
    const { artifacts } = shipping('test')
    const found = await Promise.all(Object.values(wanted).map((sha256) => artifacts.service(sha256)))
    const changed = found.map((service) =>
      service.manifest.name === 'leave'
        ? { ...service, functions: { ...service.functions, api: 'f'.repeat(64) } }
        : service,
    )
    const of = { environment: 'test', keepsData: false, demo: false, atOnce: false }
    const { steps } = await planned(cloudFormation, { ...of, services: changed })
    expect(
      steps
        .filter(({ name }) => REACHED.test(name))
        .map(({ name, difference: { code, infrastructure, rights } }) => [name, code.length, infrastructure, rights]),
    ).toEqual([['awayday-test-leave', 1, [], []]])
    expect(() => refuseUnknown('test', steps, [...found, ...changed])).not.toThrow()
    expect(() => refuseUnknown('test', steps, changed)).toThrow('awayday-test-leave, Api: functions/')
  })

  test('goes back to what ran before a version that was bad', async () => {
    const test = shipping('test')
    const good = await test.artifacts.service(wanted['leave'] ?? '')
    const { api = '', health = '' } = good.functions
    const text = textOf({ ...good, functions: { ...good.functions, api: health } }) // answers nothing that it is asked
    writeFileSync(join(folder, `${sha256Of(text)}.json`), text)
    const runs = { region, keepsData: false, services: wanted, before: [] }
    const bad = moved(runs, { ...wanted, leave: sha256Of(text) }, '2026-11-22T12:00:00Z')
    await shipped(test, bad.services)
    expect(await codeOf('awayday-test-leave-api')).toBe(health)

    const back = steppedBack(bad)
    expect(back).toEqual(runs)
    await shipped(test, back?.services ?? {})
    expect(await codeOf('awayday-test-leave-api')).toBe(api)
    expect(await stepsTo(test, wanted)).toEqual([])
  })

  test('is not changed by two at once: whoever comes second is told, and has changed nothing', async () => {
    const names = Object.values(wanted)
    const [ours, theirs] = [shipping('race'), shipping('race')]
    const [ourSteps, theirSteps] = [await stepsTo(ours, wanted), await stepsTo(theirs, wanted)]
    await apply(ours, ourSteps, names)
    const before = told.length
    await expect(apply(theirs, theirSteps, names)).rejects.toThrow('somebody else is shipping')
    expect(told.slice(before)).toEqual(['awayday-race-bus ...'])
  })

  test('takes what another runs, from the bucket, without anything being built', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'awayday-empty-'))
    const prod = { ...shipping('prod'), artifacts: artifactsIn(elsewhere, s3, bucket, region) }
    await shipped(prod, wanted)
    const { functions } = await prod.artifacts.service(wanted['leave'] ?? '')
    expect(await codeOf('awayday-prod-leave-api')).toBe(functions['api'])
    rmSync(elsewhere, { recursive: true })
  })

  test('of somebody’s own has the demo, and goes with all it has', async () => {
    const own = shipping('ana')
    await shipped(own, wanted, true)
    const { Configuration } = await lambda.send(
      new GetFunctionCommand({ FunctionName: 'awayday-ana-directory-demo-sign-in' }),
    )
    expect(Configuration?.Environment?.Variables).toMatchObject({ AWAYDAY_DEMO: '1' })

    const others = await stacksOf(cloudFormation, 'test')
    await writeVersions(folder, 'ana', {
      region,
      keepsData: false,
      expires: '2027-01-01',
      services: wanted,
      before: [],
    })
    await retire(own, folder, 'ana')
    expect(await stacksOf(cloudFormation, 'ana')).toEqual([])
    expect(await stacksOf(cloudFormation, 'test')).toEqual(others)
    expect(await readVersions(folder, 'ana')).toBe(undefined)
    await expect(
      own.ssm.send(new GetParameterCommand({ Name: '/awayday/ana/secret', WithDecryption: true })),
    ).rejects.toThrow(ParameterNotFound)
  })

  test('refuses an artifact that nobody has', async () =>
    expect(ship(shipping('test'), environment, { leave: 'e'.repeat(64) })).rejects.toThrow('Call pnpm build.'))
})
