import { defineService, openHttp } from '@awayday/manifest'

/** The smallest service there can be: what is measured is the host. */
export default defineService({
  name: 'ping',
  root: import.meta.url,
  functions: { ping: { on: openHttp('GET /ping') } },
  tables: {},
})
