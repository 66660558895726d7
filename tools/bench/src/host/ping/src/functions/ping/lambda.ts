/** Without the edge: API Gateway's event in, its response out. */
export const handler = async () => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"pong":true}',
})
