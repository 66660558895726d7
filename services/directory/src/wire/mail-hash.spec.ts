import { describe, expect, test } from 'vitest'
import { mailHash } from './mail-hash.ts'

describe('the hash of a mail address', () => {
  const hash = mailHash('s1', 'ana@example.com')
  test('fits into the name of a stream and says nothing', () => expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/))
  test.each(['ANA@Example.com', ' ana@example.com '])('is the same for %j', (mail) =>
    expect(mailHash('s1', mail)).toBe(hash),
  )
  test('is the same for an é of one character and of two', () =>
    expect(mailHash('s1', 'andr\u00e9@example.com')).toBe(mailHash('s1', 'andre\u0301@example.com')))
  test.each(['ana+leave@example.com', 'a.na@example.com', 'ana@example.org'])('is another for %j', (mail) =>
    expect(mailHash('s1', mail)).not.toBe(hash),
  )
  test('is another in another company', () => expect(mailHash('s2', 'ana@example.com')).not.toBe(hash))
})
