import { type CommandMeta, type Conflict, handle, type KeyReused } from '@awayday/event-sourcing'
import { err, type Instant, type LocalDate, ok, type PersonId, type Result, type TenantId } from '@awayday/kernel'
import { type Place, person, type Rejection } from '#domain/person.ts'
import type { Card } from '#ports/cards.port.ts'
import type { World } from '#ports/world.ts'
import { personCodec } from '#wire/events.ts'
import { type Asked, adminsOnly, type Changed, isAdmin, type Somebody } from './admins-only.ts'
import { misplaced } from './misplaced.ts'
import { reserveMail } from './reserve-mail.ts'
import { newPerson, personStream } from './streams.ts'

export type NewPerson = Card & Omit<Place, 'from'> & { readonly joined: LocalDate }

/**
 * Mail, card, person, in this order: what a crash leaves behind is a reservation that goes stale and a card that no event
 * names, which `purgeCards` finds. The key is looked up before any of them, so that a key used for somebody else reserves nothing.
 */
export const addPerson =
  (world: World) =>
  async ({ actor, meta, input }: Asked<NewPerson>): Changed<Somebody, Rejection> => {
    if (!isAdmin(actor)) return adminsOnly
    const { tenant, digest } = meta
    const id = newPerson(meta)
    const stream = personStream(tenant, id)
    const { first, again } = await world.registry.note(meta, { digest, stream: stream.name }, meta.at)
    if (first.digest !== digest || first.stream !== stream.name) return err({ type: 'KeyReused' })

    const { store, registry } = world
    return joinPerson(world, again ? { store, registry } : { store }, meta, id, input)
  }

/** The same for a person whose id is known. `through`: where the command and its earlier tries are looked for. */
export const joinPerson = async (
  world: World,
  through: Parameters<typeof handle>[0],
  meta: CommandMeta,
  id: PersonId,
  input: NewPerson,
): Promise<Result<Somebody, Rejection | Conflict | KeyReused>> => {
  const { tenant } = meta
  const { joined: from, team, location, department, labels, approver } = input
  const place = { from, team, location, department, labels, approver }
  const against = (await misplaced(world, tenant, place)) ?? (await reserveMail(world)(meta, id, input.mail))
  if (!against) await writeCard(world, tenant, id, meta.at, input)
  const join = handle(through, person(id), personCodec)
  const joined = await join(personStream(tenant, id), meta, () => ({ type: 'Join', ...place, against }))
  if (!joined.ok && joined.error.type === 'MailTaken') await forgetCard(world, tenant, id)
  return joined.ok ? ok({ person: id, version: joined.value.version }) : joined
}

/** A card that is there already is an earlier try's: its words stand, and it waits for its person from now on. */
const writeCard = async (
  { cards }: World,
  tenant: TenantId,
  id: PersonId,
  writtenAt: Instant,
  { name, mail }: Card,
) => {
  for (;;) {
    const { rev, card = { name, mail } } = await cards.load(tenant, id)
    if (await cards.save(tenant, id, { ...card, writtenAt }, rev)) return
  }
}

const forgetCard = async ({ cards }: World, tenant: TenantId, id: PersonId): Promise<void> => {
  const { rev, card } = await cards.load(tenant, id)
  if (card) await cards.purge(tenant, id, rev)
}
