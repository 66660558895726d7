import type { Certificate } from '#domain/person/events.ts'
import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { orderAbout, type Which } from './order.ts'

/** A doctor's note that comes after the sickness was recorded, or another one in its place. */
export const certifySickness = (world: World) => (call: Commanded<Which & { readonly certificate: Certificate }>) =>
  orderAbout(world, call, null, (about) => ({
    type: 'CertifySickness',
    ...about,
    certificate: call.input.certificate,
  }))
