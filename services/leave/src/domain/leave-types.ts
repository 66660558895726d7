/** How much of a leave the colleagues see: its type, or only that somebody is away. */
export type Visibility = 'full' | 'away'

export type LeaveType = {
  readonly id: string
  readonly name: string
  /** A CSS colour that is readable on light and dark. */
  readonly colour: string
  readonly takesFromBalance: boolean
  readonly visibility: Visibility
}

/** The same for every company, until policies can be edited. */
export const leaveTypes: readonly LeaveType[] = [
  { id: 'vacation', name: 'Vacation', colour: '#0d8a6a', takesFromBalance: true, visibility: 'full' },
  { id: 'sick', name: 'Sick leave', colour: '#c2571a', takesFromBalance: false, visibility: 'away' },
  { id: 'unpaid', name: 'Unpaid leave', colour: '#6f6ad1', takesFromBalance: false, visibility: 'away' },
]

export const leaveTypeOf = (id: string): LeaveType | undefined => leaveTypes.find((type) => type.id === id)
export const takesFromBalance = (id: string): boolean => leaveTypeOf(id)?.takesFromBalance ?? false
