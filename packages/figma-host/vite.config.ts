import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import type { UserConfig } from 'vite'

/** Builds the page that plays Figma's editor. `server/build.ts` says where to. */
const config: UserConfig = {
  root: fileURLToPath(new URL('./src/page', import.meta.url)),
  // Relative addresses, so that the page can be served from anywhere.
  base: './',
  publicDir: false,
  plugins: [preact({ devToolsEnabled: false })],
  build: {
    emptyOutDir: true,
    target: 'es2022',
    // QuickJS is compiled while it streams in, which takes a file of its own.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
}

export default config
