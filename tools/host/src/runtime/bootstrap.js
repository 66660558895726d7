// What Lambda's runtime is to a function: loads its handler once and hands it one event after the other
// (Runtime API 2018-06-01). JavaScript, because stripping types would be part of what a cold start takes.
const { Agent, request } = process.getBuiltinModule('node:http')
const { existsSync } = process.getBuiltinModule('node:fs')
const { join } = process.getBuiltinModule('node:path')
const { pathToFileURL } = process.getBuiltinModule('node:url')

const {
  AWS_LAMBDA_RUNTIME_API,
  LAMBDA_TASK_ROOT,
  _HANDLER,
  AWS_LAMBDA_FUNCTION_NAME,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
} = process.env
const [host, port] = AWS_LAMBDA_RUNTIME_API.split(':')
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const call = (method, path, body = '') =>
  new Promise((resolve, reject) => {
    const asked = request({ host, port, agent, method, path: `/2018-06-01/runtime/${path}` }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }))
    })
    asked.on('error', reject)
    asked.end(body)
  })

const told = (trouble) => {
  const isError = trouble instanceof Error
  return JSON.stringify({
    errorType: isError ? trouble.name : typeof trouble,
    errorMessage: isError ? trouble.message : String(trouble),
    stackTrace: isError ? (trouble.stack ?? '').split('\n') : [],
  })
}

// As Lambda's own runtime looks for it: index.js, index.mjs, index.cjs.
const load = async () => {
  const [file, name] = _HANDLER.split('.')
  const [path] = ['js', 'mjs', 'cjs'].map((end) => join(LAMBDA_TASK_ROOT, `${file}.${end}`)).filter(existsSync)
  const handler = (await import(pathToFileURL(path ?? file).href))[name]
  if (typeof handler !== 'function') throw new Error(`${_HANDLER} is not exported, or no function`)
  return handler
}

const contextOf = (headers) => ({
  awsRequestId: headers['lambda-runtime-aws-request-id'],
  functionName: AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: '$LATEST',
  invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
  memoryLimitInMB: AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  getRemainingTimeInMillis: () => Math.max(0, Number(headers['lambda-runtime-deadline-ms']) - Date.now()),
})

const serve = async (handler) => {
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next')
    const context = contextOf(headers)
    const clock = globalThis[Symbol.for('awayday.clock')] // where a function of ours has one, it goes as the host's does
    if (clock) clock.offsetMs = Number(headers['awayday-clock-offset-ms'] ?? 0)
    const outcome = await Promise.resolve()
      .then(() => handler(JSON.parse(body), context))
      .then(
        (answer) => ['response', JSON.stringify(answer ?? null)],
        (trouble) => ['error', told(trouble)],
      )
    await call('POST', `invocation/${context.awsRequestId}/${outcome[0]}`, outcome[1])
  }
}

let handler
try {
  handler = await load()
} catch (trouble) {
  await call('POST', 'init/error', told(trouble))
  process.exit(1)
}
await serve(handler)
