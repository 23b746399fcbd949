import './till.css'
import { createApp, type Component } from 'vue'
import CustomerView from './CustomerView.vue'
import LargeScreen from './LargeScreen.vue'
import TillPage from './TillPage.vue'
import { language } from './words'

const asked = new URL(window.location.href).searchParams
const serial = asked.get('serial') ?? ''
document.documentElement.lang = language.value

/** One page, three machines: the small screen, its customer's side, and the large screen. */
function page(): Component {
  switch (serial ? asked.get('view') : null) {
    case 'customer': return CustomerView
    case 'large': return LargeScreen
    default: return TillPage
  }
}

createApp(page(), page() === TillPage ? {} : { serial }).mount('#till')
