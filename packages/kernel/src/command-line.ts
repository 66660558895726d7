/** What Node's `parseArgs` has thrown at a command line that it cannot read, in one sentence for whoever typed it. */
export const complaintOf = (thrown: unknown): string => {
  const [sentence = ''] = thrown instanceof Error ? thrown.message.split(/\.\s|\n/) : []
  return `${sentence.replace(/\.$/, '')}. See --help.`
}
