import { createRoot } from 'react-dom/client'
import { startI18n } from '#i18n/i18n.ts'
import { languages } from '#platform/browser.ts'
import { App } from './app.tsx'
import './styles/index.css'

startI18n(languages())

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(<App />)
