/** What the directory itself reads from the environment; the store and the bus read their own. */
export type Configuration = { readonly secret: string; readonly demo: boolean }

/** Throws one message that names everything that is wrong, so that nobody mends one line per start. */
export const configurationOf = (env: NodeJS.ProcessEnv): Configuration => {
  const {
    AWAYDAY_SECRET: secret = '',
    AWAYDAY_DEMO: demo = '0',
    AWAYDAY_STORE: store = 'sqlite',
    AWAYDAY_DATA_DIR: dataDir,
    AWAYDAY_MONGODB_URL: mongoDbUrl,
  } = env
  const problems = [
    secret === '' && 'AWAYDAY_SECRET is missing: at least 32 random characters, the same at every start',
    secret !== '' &&
      secret.length < SECRET_MIN &&
      `AWAYDAY_SECRET has ${secret.length} characters; it needs 32 or more`,
    demo !== '0' && demo !== '1' && 'AWAYDAY_DEMO is 1 or 0',
    !STORES.includes(store) && `AWAYDAY_STORE is ${STORES.join(', ')}`,
    store === 'sqlite' && !dataDir && 'AWAYDAY_DATA_DIR is missing: the folder of the SQLite files',
    store === 'mongodb' && !mongoDbUrl && 'AWAYDAY_MONGODB_URL is missing: mongodb://host:port/database',
  ].filter((problem) => problem !== false)
  if (problems.length > 0) throw new Error(`The directory cannot start:\n- ${problems.join('\n- ')}`)
  return { secret, demo: isDemo(env) }
}

/** Whether demo sign-in exists at all. */
export const isDemo = ({ AWAYDAY_DEMO }: NodeJS.ProcessEnv): boolean => AWAYDAY_DEMO === '1'

/** 256 bits, were each character to carry 8: nobody guesses it, whatever the alphabet. */
const SECRET_MIN = 32
const STORES: readonly string[] = ['sqlite', 'mongodb', 'dynamodb']
