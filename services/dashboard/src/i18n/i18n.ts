import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './en.json'

/** All that the pages say, one catalogue per language. A key that is not in it does not compile. */
export const catalogues = { en: { translation: en } }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** React escapes what it shows, so the texts need no escaping of their own. */
export const startI18n = (languages: readonly string[]): void => {
  void i18next.use(initReactI18next).init({
    resources: catalogues,
    lng: [...languages].find((language) => (language.split('-')[0] ?? '') in catalogues) ?? 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = i18next.resolvedLanguage ?? 'en'
}
