import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { answer, api } from '@/api/client'
import type { BridgeState } from './deskBridge'
import { useSession } from './session'

// Which registered card issuer the reader of this desk is (发卡器); one that was not told is 00.

const KEPT = 'card-issuer'
const TELL_MS = 60_000
const MAX = 99

/** The number as people write it. */
export const twoDigits = (no: number): string => String(no).padStart(2, '0')

/** What was kept, if it is a number an issuer can have; else the first one. */
export function issuerKept(kept: string | null): number {
  const no = kept !== null && /^\d{1,2}$/.test(kept) ? Number(kept) : 0
  return no <= MAX ? no : 0
}

export const issuerNo = ref(issuerKept(localStorage.getItem(KEPT)))

export function chooseIssuer(no: number): void {
  issuerNo.value = no
  localStorage.setItem(KEPT, String(no))
}

/** What the platform shall know of the reader; nothing while the bridge itself says nothing. */
export function signOf(state: BridgeState, name: string | undefined, bridge: string | undefined) {
  switch (state) {
    case 'LISTENING': return { reader: state, name, bridge }
    case 'NO_READER':
    case 'NO_SERVICE': return { reader: state, bridge }
    case 'UNPAIRED':
    case 'AWAY':
    case 'BLOCKED': return undefined
  }
}

/** Tells the platform of the borrowed reader: at each change, and every minute that it is still so. */
export function useIssuerSigns(bridge: { state: Readonly<Ref<BridgeState>>; readerName: Readonly<Ref<string | undefined>>; version: Readonly<Ref<string | undefined>> }): void {
  const session = useSession()

  async function tell(): Promise<void> {
    const sign = signOf(bridge.state.value, bridge.readerName.value?.slice(0, 120), bridge.version.value?.slice(0, 40))
    if (!sign || session.expired || !session.can('HANDLE_CARDS')) return
    // A sign that is lost is told again in a minute.
    await answer(api.POST('/api/v1/card-issuers/{no}/sign', { params: { path: { no: issuerNo.value } }, body: sign })).catch(() => undefined)
  }

  watch([bridge.state, bridge.readerName, bridge.version, issuerNo], () => void tell(), { immediate: true })
  const timer = setInterval(() => void tell(), TELL_MS)
  onScopeDispose(() => clearInterval(timer))
}
