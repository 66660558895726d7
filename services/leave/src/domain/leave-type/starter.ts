import type { LeaveType } from './leave-type.ts'

/** What every company starts with. */
export const starterLeaveTypes: readonly LeaveType[] = [
  {
    id: 'vacation',
    name: 'Vacation',
    colour: '#0d8a6a',
    icon: '',
    visibility: 'full',
    pendingVisible: false,
    sickness: null,
  },
  {
    id: 'sick',
    name: 'Sick leave',
    colour: '#c2571a',
    icon: '',
    visibility: 'away',
    pendingVisible: false,
    sickness: {
      overLeave: { kind: 'givesBack', leaveTypes: null, certificate: 'needed', fromDay: 1 },
      bradford: false,
    },
  },
  {
    id: 'unpaid',
    name: 'Unpaid leave',
    colour: '#6f6ad1',
    icon: '',
    visibility: 'away',
    pendingVisible: false,
    sickness: null,
  },
]
