import { ElMessageBox } from 'element-plus/es/components/message-box/index.mjs'
import 'element-plus/es/components/message-box/style/css'
import { t } from './words'

/** Asks before something that is hard to take back; the button says what it does. */
export async function confirm(question: string, act: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(question, t('shared.sureTitle'), {
      confirmButtonText: act, cancelButtonText: t('shared.cancel'), type: 'warning', autofocus: false, confirmButtonClass: 'el-button--danger',
    })
    return true
  } catch {
    return false
  }
}
