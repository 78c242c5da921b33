import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import type { UserConfig } from 'vite'

/** Builds the page that simulates Figma's editor. `server/build.ts` sets the output folder. */
const config: UserConfig = {
  root: fileURLToPath(new URL('./src/page', import.meta.url)),
  // Relative addresses, so that the page can be served at any path.
  base: './',
  publicDir: false,
  plugins: [preact({ devToolsEnabled: false })],
  build: {
    emptyOutDir: true,
    target: 'es2022',
    // QuickJS is compiled while it is downloaded, so it must be a separate file.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
}

export default config
