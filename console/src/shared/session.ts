import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { answer, api } from '@/api/client'
import { asProblem } from '@/api/problem'
import type { Language, Me, SetupState } from '@/api/types'
import { language } from './appearance'
import { revived } from './revival'
import { wording } from './wording'

/** Who sits here, and where in the first run the platform is. */
export const useSession = defineStore('session', () => {
  const me = ref<Me>()
  const setup = ref<SetupState>()
  /** The session ended while a page was open: the page stays, a dialog asks to sign in again. */
  const expired = ref(false)

  const zone = computed(() => me.value?.zone ?? 'Asia/Shanghai')
  const can = (permission: string | undefined): boolean =>
    permission === undefined || (me.value?.permissions.includes(permission) ?? false)

  function enter(who: Me): void {
    me.value = who
    if (expired.value) revived.value++
    expired.value = false
    language.value = who.language
    wording.value = who.wording
  }

  async function load(): Promise<void> {
    const [state, who] = await Promise.all([
      answer(api.GET('/api/v1/setup')),
      answer(api.GET('/api/v1/session')).catch((caught: unknown) => {
        if (asProblem(caught).status === 401) return undefined
        throw caught
      }),
    ])
    setup.value = state
    if (who) enter(who)
  }

  async function signIn(name: string, password: string): Promise<void> {
    enter(await answer(api.POST('/api/v1/session', { body: { name, password, language: language.value } })))
  }

  async function signOut(): Promise<void> {
    await answer(api.DELETE('/api/v1/session')).catch(() => undefined)
    me.value = undefined
    expired.value = false
  }

  async function speak(wanted: Language): Promise<void> {
    language.value = wanted
    if (!me.value) return
    me.value.language = wanted
    await answer(api.PUT('/api/v1/session/language', { body: { language: wanted } })).catch(() => undefined)
  }

  /** Asks the platform whether the session still stands, which also keeps it alive. */
  const ping = (): Promise<unknown> => answer(api.GET('/api/v1/session')).catch(() => undefined)

  return { me, setup, expired, zone, can, load, signIn, signOut, speak, ping }
})
