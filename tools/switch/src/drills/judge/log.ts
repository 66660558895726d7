import { createHash } from 'node:crypto'
import type { Item } from '../../verify/side.ts'

/** A record as this judge reads it: from its bytes, by its own hand. */
export type Recorded = {
  readonly stream: string
  readonly version: number
  readonly by: string
  readonly commandId: string
  readonly types: readonly string[]
}

/** A service's log of one company, and what is wrong with its chains: gaps, doubles, digests, times, one command twice in a stream. */
export const readLog = async (
  pages: AsyncIterable<readonly Item[]>,
): Promise<{ readonly records: readonly Recorded[]; readonly flaws: readonly string[] }> => {
  const records: Recorded[] = []
  const flaws: string[] = []
  const ends = new Map<string, { readonly version: number; readonly digest: string; readonly at: string }>()
  const commands = new Set<string>()
  for await (const page of pages)
    for (const { key, fields } of page) {
      const [stream = '', digits = ''] = key.split('#')
      const text = fields['body'] ?? ''
      const body = JSON.parse(text) as Body
      const version = Number(digits)
      const before = ends.get(stream)
      const flaw = (what: string): void => void flaws.push(`${key} ${what}`)
      if (version !== (before?.version ?? 0) + 1) flaw(`follows version ${before?.version ?? 0}`)
      if (body.prev !== (before?.digest ?? null)) flaw('does not hold the digest of the record before')
      if (before && body.at < before.at) flaw('is older than the record before')
      const command = `${stream} ${body.command.id}`
      if (commands.has(command)) flaw('is of a command that the stream has already')
      commands.add(command)
      ends.set(stream, { version, digest: createHash('sha256').update(text).digest('base64url'), at: body.at })
      const types = body.events.map(({ type }) => type)
      records.push({ stream, version, by: body.by, commandId: body.command.id, types })
    }
  return { records, flaws }
}

type Body = {
  readonly at: string
  readonly by: string
  readonly command: { readonly id: string }
  readonly prev: string | null
  readonly events: readonly { readonly type: string }[]
}

/** As the specification has it: SHA-256 over tenant, actor and key. */
export const commandIdOf = (tenant: string, actor: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([tenant, actor, key]))
    .digest('base64url')
