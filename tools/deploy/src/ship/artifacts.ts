import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keptFor, typeOf } from '@awayday/host/web-files'
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { unzipSync } from 'fflate'
import { type ServiceArtifact, sha256Of, textOf } from '../build/artifact.ts'
import { keyOf, webFolder } from '../stacks/deployment.ts'
import { ShipProblem } from './ship-problem.ts'

/** What was built: here, or earlier and put into the bucket of artifacts. */
export type Artifacts = {
  /** The service that has this name by content. Nothing of it is believed that its name does not say. */
  service(sha256: string): Promise<ServiceArtifact>
  zip(sha256: string): Promise<Uint8Array>
  /** Puts a service and all that it is made of into the bucket. What is there already is the same. */
  upload(sha256: string): Promise<void>
  /** Puts a text under a key; answers where it can be read. */
  put(key: string, body: string): Promise<string>
}

export const artifactsIn = (folder: string, s3: S3Client, Bucket: string, region: string): Artifacts => {
  const found = async (sha256: string, file: string, key: string): Promise<Uint8Array> => {
    const content = (await readFile(join(folder, file)).catch(() => undefined)) ?? (await inBucket(s3, Bucket, key))
    if (!content)
      throw new ShipProblem(
        `${sha256.slice(0, 12)} is neither in ${folder} nor among the artifacts of the account. Call pnpm build.`,
      )
    if (sha256Of(content) !== sha256)
      throw new ShipProblem(`${file} is not what its name says. Remove it, and call pnpm build.`)
    return content
  }
  const service = async (sha256: string): Promise<ServiceArtifact> =>
    JSON.parse(Buffer.from(await found(sha256, `${sha256}.json`, serviceKey(sha256))).toString()) as ServiceArtifact
  const zip = (sha256: string): Promise<Uint8Array> => found(sha256, `${sha256}.zip`, keyOf(sha256))
  const send = async (Key: string, body: () => Promise<Uint8Array | string>, more = {}): Promise<void> => {
    if (await isThere(s3, Bucket, Key)) return
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: await body(), ...more }))
  }
  const unpack = async (web: string): Promise<void> => {
    for (const [name, content] of Object.entries(unzipSync(await zip(web))))
      await send(`${webFolder(web)}/${name}`, async () => content, {
        ContentType: typeOf(name),
        CacheControl: keptFor(name),
      })
  }
  return {
    service,
    zip,
    async upload(sha256) {
      const artifact = await service(sha256)
      const zips = [...Object.values(artifact.functions), ...(artifact.web ? [artifact.web] : [])]
      for (const one of zips) await send(keyOf(one), () => zip(one))
      if (artifact.web) await unpack(artifact.web)
      await send(serviceKey(sha256), async () => textOf(artifact)) // last: whoever finds it finds all of it
    },
    async put(Key, body) {
      await send(Key, async () => body)
      return `https://${Bucket}.s3.${region}.amazonaws.com/${Key}`
    },
  }
}

const serviceKey = (sha256: string): string => `services/${sha256}.json`

const isThere = async (s3: S3Client, Bucket: string, Key: string): Promise<boolean> => {
  try {
    await s3.send(new HeadObjectCommand({ Bucket, Key }))
    return true
  } catch (trouble) {
    if (isMissing(trouble)) return false
    throw trouble
  }
}

const inBucket = async (s3: S3Client, Bucket: string, Key: string): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
    return await Body?.transformToByteArray()
  } catch (trouble) {
    if (isMissing(trouble)) return undefined
    throw trouble
  }
}

const isMissing = (trouble: unknown): boolean =>
  trouble instanceof Error && ['NotFound', 'NoSuchKey', 'NoSuchBucket'].includes(trouble.name)
