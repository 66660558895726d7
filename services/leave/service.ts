import {
  controlTable,
  defineService,
  event,
  eventTable,
  graphql,
  health,
  http,
  recordTable,
  schedule,
  stream,
  viewTable,
} from '@awayday/manifest'
import { directoryEvents } from '@awayday/service-directory/published/events.ts'
import { leaveEvents } from './src/published/events.ts'

export default defineService({
  name: 'leave',
  root: import.meta.url,
  functions: {
    graphql: {
      on: graphql('schema.graphql', [{ field: 'leaveChanged', from: 'leave', type: 'LeaveViewsChanged' }]),
      timeoutS: 30, // a file of leave
      budgetKb: 550, // all that can be asked and done
      reads: ['events', 'control', 'records', 'views'],
      writes: ['events', 'records', 'control'],
    },
    api: {
      on: http(
        'POST /v1/leave/requests',
        'GET /v1/leave/requests',
        'POST /v1/leave/requests/{person}/{id}/approve',
        'POST /v1/leave/requests/{person}/{id}/decline',
        'POST /v1/leave/requests/{person}/{id}/withdraw',
        'POST /v1/leave/requests/{person}/{id}/cancel',
        'GET /v1/leave/balances',
      ),
      reads: ['events', 'control', 'records'],
      writes: ['events', 'records', 'control'],
    },
    relay: {
      on: stream('events'),
      timeoutS: 300,
      reads: ['events', 'control', 'records', 'views'],
      writes: ['events', 'records', 'views', 'control', 'bus'],
    },
    'person-changed': {
      on: event(directoryEvents, ['PersonJoined', 'PersonMoved', 'PersonLeft']),
      timeoutS: 30,
      reads: ['events', 'control', 'records'],
      writes: ['events', 'records', 'control'],
    },
    'department-changed': {
      on: event(directoryEvents, ['DepartmentChanged']),
      timeoutS: 30,
      reads: ['events', 'control'],
      writes: ['events', 'control'],
    },
    sweep: {
      on: schedule('rate(5 minutes)'),
      timeoutS: 300,
      reads: ['events', 'control', 'records', 'views'],
      writes: ['events', 'records', 'views', 'control', 'bus'],
    },
    pass: {
      on: schedule('rate(1 hour)'),
      timeoutS: 300,
      reads: ['events', 'control', 'records', 'views'],
      writes: ['events'],
    },
    warn: {
      on: schedule('cron(0 5 ? * MON *)'),
      timeoutS: 300,
      reads: ['events', 'control', 'records'],
      writes: ['bus'],
    },
    'purge-notes': {
      on: schedule('cron(0 3 * * ? *)'),
      timeoutS: 300,
      reads: ['events', 'control', 'records'],
      writes: ['records'],
    },
    health: { on: health('leave'), reads: ['events', 'control'] },
  },
  tables: {
    events: eventTable(),
    control: controlTable(),
    records: recordTable(),
    views: viewTable({ away: ['team', 'last'], waiting: ['approver'] }),
  },
  publishes: leaveEvents,
})
