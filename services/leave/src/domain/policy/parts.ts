/** All amounts of a policy are n in 1/10,000 of the policy's unit (a day or a minute), as everywhere. */
export type Parts = number
