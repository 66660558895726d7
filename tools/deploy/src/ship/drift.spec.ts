import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driftOf } from './drift.ts'

/** CloudFormation as far as it looks for what was changed beside it: by its own protocol, a form in and XML out. */
const looks = { leave: 0 }
const answers: Readonly<Record<string, (form: URLSearchParams) => string>> = {
  DetectStackDrift: (form) => {
    if (form.get('StackName') === 'gone') throw new Error('Stack [gone] does not exist')
    return `<StackDriftDetectionId>${form.get('StackName')}</StackDriftDetectionId>`
  },
  DescribeStackDriftDetectionStatus: (form) => {
    const id = form.get('StackDriftDetectionId')
    if (id === 'odd')
      return '<DetectionStatus>DETECTION_FAILED</DetectionStatus><DetectionStatusReason>no rights to look</DetectionStatusReason>'
    const isOver = id !== 'leave' || ++looks.leave > 2
    return `<DetectionStatus>DETECTION_${isOver ? 'COMPLETE' : 'IN_PROGRESS'}</DetectionStatus>`
  },
  DescribeStackResourceDrifts: (form) =>
    form.get('StackName') === 'leave'
      ? `<StackResourceDrifts>
          <member><LogicalResourceId>Api</LogicalResourceId><ResourceType>AWS::Lambda::Function</ResourceType>
            <StackResourceDriftStatus>MODIFIED</StackResourceDriftStatus>
            <PropertyDifferences><member><PropertyPath>/MemorySize</PropertyPath><ExpectedValue>512</ExpectedValue>
              <ActualValue>1024</ActualValue><DifferenceType>NOT_EQUAL</DifferenceType></member></PropertyDifferences></member>
          <member><LogicalResourceId>Dead</LogicalResourceId><ResourceType>AWS::SQS::Queue</ResourceType>
            <StackResourceDriftStatus>DELETED</StackResourceDriftStatus></member>
        </StackResourceDrifts>`
      : '<StackResourceDrifts/>',
}
const server = createServer(async (request, response) => {
  const form = new URLSearchParams((await request.toArray()).join(''))
  const action = form.get('Action') ?? ''
  try {
    response.end(`<${action}Response><${action}Result>${answers[action]?.(form)}</${action}Result></${action}Response>`)
  } catch (trouble) {
    const message = trouble instanceof Error ? trouble.message : ''
    response
      .writeHead(400)
      .end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`,
      )
  }
})

let client: CloudFormationClient
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  client = new CloudFormationClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  })
})
afterAll(() => {
  client.destroy()
  server.close()
})

test('what was changed beside a stack is told with what it should be', async () =>
  expect(await driftOf(client, ['leave'], 1)).toEqual([
    '~ leave, Api (AWS::Lambda::Function) /MemorySize: 512 -> 1024',
    '- leave, Dead (AWS::SQS::Queue)',
  ]))

test('a stack that is as it was applied has nothing to tell', async () =>
  expect(await driftOf(client, ['bus'], 1)).toEqual([]))

test('what could not be looked at is told, and is not taken for unchanged', async () =>
  expect(await driftOf(client, ['odd', 'gone'], 1)).toEqual([
    '? odd: no rights to look',
    '? gone: Stack [gone] does not exist',
  ]))
