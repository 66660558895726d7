import { defineService } from '@awayday/manifest'

export default defineService({
  name: 'dashboard',
  root: import.meta.url,
  functions: {},
  tables: {},
  web: { folder: 'dist' },
})
