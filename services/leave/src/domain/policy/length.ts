/** A stretch of calendar time. Months and years end on the same day of the month, or on the month's last day. */
export type Length = { readonly n: number; readonly unit: 'day' | 'week' | 'month' | 'year' }

/** A day of every year; past its month's end (29 February, 31 April) it means that month's last day. */
export type MonthDay = { readonly month: number; readonly day: number }
