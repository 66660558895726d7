// The web app, before anything starts: for an image, which builds nothing when it runs.
import { buildDashboard } from './dashboard-build.ts'
import { services } from './services.ts'

await buildDashboard(services)
