import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import '@/shared/tokens.css'
import '@/shared/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { surroundings } from '@/api/client'
import { heardFromPlatform } from '@/layouts/idle'
import { router } from '@/layouts/router'
import { language } from '@/shared/appearance'
import { useSession } from '@/shared/session'
import { i18n } from '@/shared/words'

const app = createApp(App)
app.use(createPinia())

const session = useSession()
surroundings.language = () => language.value
surroundings.heard = heardFromPlatform
surroundings.signedOut = () => {
  if (session.me) session.expired = true
}

app.use(i18n).use(router).mount('#app')
