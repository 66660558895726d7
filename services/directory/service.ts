import {
  authorizer,
  controlTable,
  defineService,
  eventTable,
  graphql,
  health,
  openHttp,
  recordTable,
  schedule,
  stream,
  viewTable,
} from '@awayday/manifest'
import { directoryEvents } from './src/published/events.ts'

export default defineService({
  name: 'directory',
  root: import.meta.url,
  functions: {
    graphql: {
      on: graphql('schema.graphql'),
      timeoutS: 30, // a file of people
      reads: ['events', 'control', 'records', 'views'],
      writes: ['events', 'records', 'control'],
    },
    session: {
      on: openHttp('POST /v1/session/token', 'DELETE /v1/session'),
      reads: ['events', 'control', 'records'],
      writes: ['records'],
    },
    'demo-sign-in': {
      on: openHttp('GET /v1/demo/people', 'POST /v1/demo/sign-in'),
      demo: true,
      reads: ['events', 'control', 'records', 'views'],
      writes: ['records'],
    },
    authorize: { on: authorizer(), reads: ['events', 'control', 'records'] },
    relay: {
      on: stream('events'),
      timeoutS: 60,
      reads: ['events', 'control', 'views'],
      writes: ['events', 'views', 'control', 'bus'],
    },
    sweep: {
      on: schedule('rate(5 minutes)'),
      timeoutS: 300,
      reads: ['events', 'control', 'views'],
      writes: ['events', 'views', 'control', 'bus'],
    },
    'purge-cards': {
      on: schedule('cron(0 3 * * ? *)'),
      timeoutS: 300,
      reads: ['events', 'control', 'records', 'views'],
      writes: ['records'],
    },
    health: { on: health('directory'), reads: ['events', 'control'] },
  },
  tables: { events: eventTable(), control: controlTable(), records: recordTable(), views: viewTable() },
  publishes: directoryEvents,
})
