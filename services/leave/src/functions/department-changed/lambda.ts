import { onEvent } from '@awayday/edge'
import { departmentChanged } from '#application/departments.ts'
import { compose } from '#composition/compose.ts'
import { departmentChanged as data, seqOf } from '#wire/directory-events.ts'

export const handler = onEvent({
  world: compose(process.env),
  on: {
    DepartmentChanged: {
      data,
      run: (world, said, { meta, event }) =>
        departmentChanged(world)(meta, { type: 'DepartmentChanged', ...said }, seqOf(event.id)),
    },
  },
})
