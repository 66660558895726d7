import { ok } from '@awayday/kernel'
import type { Certificate } from '#domain/person/events.ts'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide } from './decide.ts'
import type { Which } from './decide-leave.ts'
import { hidingWhose } from './hiding-whose.ts'

/** A doctor's note that comes after the sickness was recorded, or another one in its place. */
export const certifySickness =
  (world: World) =>
  async ({ actor, meta, input }: Commanded<Which & { readonly certificate: Certificate }>) => {
    const { person, request, certificate } = input
    const done = await decide(world)(person, meta, (on) => ({
      type: 'CertifySickness',
      request,
      certificate,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ request, ...done.value }) : hidingWhose(actor, person, done)
  }
