import { ElMessageBox } from 'element-plus/es/components/message-box/index.mjs'
import 'element-plus/es/components/message-box/style/css'
import { t } from './words'

/** Asks before something that is hard to take back (red, unless it is harmless); the button says what it does. */
export async function confirm(question: string, act: string, harmless = false): Promise<boolean> {
  try {
    await ElMessageBox.confirm(question, t('shared.sureTitle'), {
      confirmButtonText: act, cancelButtonText: t('shared.cancel'), type: 'warning', autofocus: false, confirmButtonClass: harmless ? '' : 'el-button--danger',
    })
    return true
  } catch {
    return false
  }
}
