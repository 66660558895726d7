import { type CommandMeta, handle } from '@awayday/event-sourcing'
import { addMs, type Instant, type PersonId, unreachable } from '@awayday/kernel'
import { mail as reservation } from '#domain/mail.ts'
import { type MailTaken, person } from '#domain/person.ts'
import type { World } from '#ports/world.ts'
import { mailCodec, personCodec } from '#wire/events.ts'
import { mailHash } from '#wire/mail-hash.ts'
import { mailStream, personStream } from './streams.ts'

/**
 * One mail, one person: the mail's stream is reserved for the person's id, then the person is appended. Whoever reserved
 * and then crashed blocks the mail for a minute only:
 *
 *     reserved ───────── one minute ─────────┬─ somebody else asks: MailLapsed to the holder's person stream, so that a
 *        the holder's `Join` is expected     │  late `Join` conflicts and is refused; only then the mail changes hands
 */
export const reserveMail =
  (world: World) =>
  async (meta: CommandMeta, id: PersonId, mail: string): Promise<MailTaken | null> => {
    const stream = mailStream(meta.tenant, mailHash(await world.mailSecrets.of(meta.tenant), mail))
    const reserve = handle({ store: world.store }, reservation, mailCodec)
    for (let insteadOf: PersonId | null = null; ; ) {
      const reserved = await reserve(stream, meta, () => ({ type: 'Reserve', person: id, at: meta.at, insteadOf }))
      if (reserved.ok) return null
      const { error } = reserved
      switch (error.type) {
        case 'Held':
          if (!isStale(error.since, meta.at) || !(await lapsed(world, meta, error.by))) return taken
          insteadOf = error.by
          break
        case 'Conflict':
        case 'KeyReused':
          return taken // others want the very same mail, or this command's first try wanted another one
        default:
          return unreachable(error)
      }
    }
  }

const taken: MailTaken = { type: 'MailTaken' }

/** A command takes milliseconds; its function has ended after 30 s, with every try. */
const RESERVED_MS = 60_000
const isStale = (since: Instant, at: Instant): boolean => addMs(since, RESERVED_MS) <= at

/** Whether the holder can never join any more. */
const lapsed = async ({ store }: World, meta: CommandMeta, holder: PersonId): Promise<boolean> => {
  const lapse = handle({ store }, person(holder), personCodec)
  return (await lapse(personStream(meta.tenant, holder), meta, () => ({ type: 'LetMailLapse' }))).ok
}
