import { createHmac } from 'node:crypto'

/** What a mail reservation's stream is named by: HMAC-SHA-256 of the mail under the company's own secret, base64url. */
export const mailHash = (secret: string, mail: string): string =>
  createHmac('sha256', secret).update(normalMail(mail)).digest('base64url')

/** Two spellings that reach one mailbox almost everywhere: case and composition of characters. Dots and tags may matter. */
export const normalMail = (mail: string): string => mail.trim().normalize('NFC').toLowerCase()
