import { existsSync } from 'node:fs'
import { hostname } from 'node:os'

/** The servers of one run, each in a container of its own; disposal stops and removes them. */
export type Containers = { readonly mongoDbUrl: string; readonly dynamoDbEndpoint: string } & AsyncDisposable

/** Says which process on which machine a container belongs to; what a killed run leaves is found by it. */
const LABEL = 'awayday.test.owner'
const OWN_MONGODB = 'awayday-test/mongodb:latest'
const OWN_DYNAMODB = 'awayday-test/dynamodb:latest'

/**
 * Starts a MongoDB and a DynamoDB. Throws where no Docker engine answers or an image cannot be had. Images that
 * `scripts/test-servers` has built come before those of a registry; settings come before both.
 */
export const startContainers = async (env: NodeJS.ProcessEnv): Promise<Containers> => {
  process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true' // its reaper is one more image to pull; we tidy up by label
  // On a machine that looks like a container it would look for ports at the gateway; an engine of this machine has them here.
  if (existsSync('/var/run/docker.pid')) process.env['TESTCONTAINERS_HOST_OVERRIDE'] ??= '127.0.0.1'
  const { GenericContainer, getContainerRuntimeClient, ImageName, Wait } = await import('testcontainers')
  const docker = await getContainerRuntimeClient()

  const leftovers = (await docker.container.list()).filter(({ Labels }) => isLeftover(Labels[LABEL]))
  for (const { Id } of leftovers) await docker.container.getById(Id).remove({ force: true, v: true })

  const imageOf = async (setting: string, own: string, usual: string): Promise<string> =>
    env[setting] || ((await docker.image.exists(ImageName.fromString(own))) ? own : usual)
  const container = (image: string, port: number) =>
    new GenericContainer(image)
      .withExposedPorts(port)
      .withLabels({ [LABEL]: ownerOf(process.pid) })
      .withWaitStrategy(Wait.forListeningPorts())

  await using stack = new AsyncDisposableStack()
  const mongoDbImage = await imageOf('AWAYDAY_TEST_MONGODB_IMAGE', OWN_MONGODB, 'mongo:8')
  const mongoDb = stack.use(await container(mongoDbImage, 27017).start())
  const dynamoDbImage = await imageOf('AWAYDAY_TEST_DYNAMODB_IMAGE', OWN_DYNAMODB, 'amazon/dynamodb-local:3.1.0')
  const dynamoDb = container(dynamoDbImage, 8000)
  if (dynamoDbImage !== OWN_DYNAMODB) dynamoDb.withCommand(['-jar', 'DynamoDBLocal.jar', '-inMemory', '-sharedDb'])
  const dynamo = stack.use(await dynamoDb.start())
  const started = stack.move()
  return {
    mongoDbUrl: `mongodb://${mongoDb.getHost()}:${mongoDb.getMappedPort(27017)}`,
    dynamoDbEndpoint: `http://${dynamo.getHost()}:${dynamo.getMappedPort(8000)}`,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

const ownerOf = (pid: number): string => `${hostname()}/${pid}`

/** A container of this machine whose process has ended without stopping it. */
const isLeftover = (owner: string | undefined): boolean => {
  const [machine, pid] = owner?.split('/') ?? []
  return machine === hostname() && !isAlive(Number(pid))
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
