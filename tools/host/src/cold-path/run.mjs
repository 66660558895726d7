// Loads one function as a cold start does, hands it the events of the command line, and ends.
const [, , lambda, ...events] = process.argv
const { handler } = await import(lambda)
for (const event of events)
  await handler(JSON.parse(event), { awsRequestId: 'cold', functionName: 'cold' }).catch(() => {})
process.exit(0)
