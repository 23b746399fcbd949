import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The virtual terminal's page: served by the simulator on loopback, never by the platform. */
export default defineConfig({
  root: fileURLToPath(new URL('./terminal-page', import.meta.url)),
  base: './',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: '../dist/terminal-page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome109', 'firefox115', 'safari16'],
  },
  server: { proxy: { '/api': 'http://localhost:8099' } },
})
