import { watch } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { asProblem } from '@/api/problem'
import { language } from '@/shared/appearance'
import { useSession } from '@/shared/session'
import { rooms, t } from '@/shared/words'
import { startProblem } from './start'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: { name: 'today' } },
    ...rooms.flatMap((room) => room.routes),
    { path: '/forbidden', name: 'forbidden', component: () => import('./ForbiddenPage.vue'), meta: { title: 'shared.shell.forbidden' } },
    { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue'), meta: { title: 'shared.shell.notFound' } },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

let loaded = false

router.beforeEach(async (to) => {
  const session = useSession()
  if (!loaded) {
    try {
      await session.load()
      loaded = true
      startProblem.value = undefined
    } catch (caught) {
      startProblem.value = asProblem(caught)
      return false
    }
  }
  // A page for somebody who is nobody here.
  if (to.meta.open) return true
  const step = session.setup?.step ?? 'DONE'
  if (step === 'ADMINISTRATOR' || (step === 'UNIT' && session.me)) return to.name === 'setup' || { name: 'setup' }
  if (to.name === 'setup' && step === 'DONE') return { name: 'today' }
  if (to.name === 'sign-in') return session.me && !session.expired ? { name: 'today' } : true
  if (session.me?.mustChangePassword) return to.name === 'password' || { name: 'password' }
  if (!session.me) return { name: 'sign-in', query: to.fullPath === '/today' ? {} : { then: to.fullPath } }
  if (!session.can(to.meta.permission)) return { name: 'forbidden', query: { page: to.fullPath } }
  return true
})

/** The window's name follows the page and the language. */
function nameWindow(): void {
  const { title } = router.currentRoute.value.meta
  document.title = title ? `${t(title)} · ${t('shared.product')}` : t('shared.product')
}

router.afterEach((to, from) => {
  nameWindow()
  // A new page begins at its beginning for the keyboard and for screen readers, too.
  if (to.name !== from.name && from.name) requestAnimationFrame(() => document.getElementById('page')?.focus({ preventScroll: true }))
})
watch(language, nameWindow)
