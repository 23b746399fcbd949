import './till.css'
import { createApp } from 'vue'
import TillPage from './TillPage.vue'

createApp(TillPage).mount('#till')
