/** What a page cannot mend by itself. Refusals are not trouble: they are in the answers. */

/** No answer came; whether the request had an effect is unknown, so it is repeated with the same command id. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** The session is over, or was never begun. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** Another tab of this browser has signed in as somebody else: nothing may be done in their name from here. */
export class SomebodyElse extends Error {
  override readonly name = 'SomebodyElse'
}

/** An answer that nobody should get: a defect, or an outage behind the door. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Trouble that may pass by itself. */
export const mayPass = (error: unknown): boolean => error instanceof Unreachable
