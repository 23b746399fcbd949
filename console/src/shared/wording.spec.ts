import { afterEach, describe, expect, it } from 'vitest'
import { i18n, t } from './words'
import { wording } from './wording'

describe('the words of the site', () => {
  afterEach(() => {
    wording.value = 'SCHOOL'
  })

  it('say 离职 at a company and 离校 at a school', () => {
    i18n.global.locale.value = 'zh-CN'
    wording.value = 'COMPANY'
    expect(t('people.archive.title')).toBe('离职管理')
    expect(t('people.archive.reenter')).toBe('重新入职')
    wording.value = 'SCHOOL'
    expect(t('people.archive.title')).toBe('离校管理')
    expect(t('people.archive.reenter')).toBe('重新入校')
    expect(t('people.leave.done', { n: 2 })).toBe('已将 2 人转入离校库')
  })

  it('leave the choice between the two as it is', () => {
    expect(t('system.setup.company')).toContain('离职')
  })
})
