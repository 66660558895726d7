/** A caller's correlation id, where it is one: 1 to 64 of `A-Z a-z 0-9 . _ -`, so that it may stand in records and logs. */
export const correlationOf = (text: string | undefined): string | undefined =>
  text !== undefined && CORRELATION.test(text) ? text : undefined

const CORRELATION = /^[\w.-]{1,64}$/
