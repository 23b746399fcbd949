import { shallowRef } from 'vue'
import type { RuleBody } from '@/api/types'

/** A rule as somebody is writing it, on its way to the page that replays the past by it. */
export interface DraftRule {
  id: number | undefined
  rule: RuleBody
}

const draft = shallowRef<DraftRule>()

export const keepDraft = (kept: DraftRule | undefined): void => {
  draft.value = kept
}
export const keptDraft = (): DraftRule | undefined => draft.value
