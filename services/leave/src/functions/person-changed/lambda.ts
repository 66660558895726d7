import { onEvent } from '@awayday/edge'
import { personChanged } from '#application/person-changed.ts'
import { compose } from '#composition/compose.ts'
import { personJoined, personLeft, personMoved, seqOf } from '#wire/directory-events.ts'

export const handler = onEvent({
  world: compose(process.env),
  on: {
    PersonJoined: {
      data: personJoined,
      run: (world, data, { meta, event }) =>
        personChanged(world)(meta, { type: 'PersonJoined', ...data }, seqOf(event.id)),
    },
    PersonMoved: {
      data: personMoved,
      run: (world, data, { meta, event }) =>
        personChanged(world)(meta, { type: 'PersonMoved', ...data }, seqOf(event.id)),
    },
    PersonLeft: {
      data: personLeft,
      run: (world, data, { meta, event }) =>
        personChanged(world)(meta, { type: 'PersonLeft', ...data }, seqOf(event.id)),
    },
  },
})
