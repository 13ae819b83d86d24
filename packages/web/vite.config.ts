import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: 'dist',
    // The content security policy allows nothing inline, data addresses included.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Old enough for a newsroom's locked-down desktop, new enough for light-dark() and :dir().
    target: ['chrome123', 'firefox121', 'safari17.5'],
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': process.env['ISNAD_API'] ?? 'http://127.0.0.1:4747' } },
})
