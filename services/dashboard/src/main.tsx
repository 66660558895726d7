import { createRoot } from 'react-dom/client'
import { startI18n } from '#i18n/i18n.ts'
import { languages, reload } from '#platform/browser.ts'
import { App } from './app.tsx'
import './styles/index.css'

startI18n(languages())

// A page that was opened before an update asks for parts that are there no more.
window.addEventListener('vite:preloadError', reload)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(<App />)
