import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds `client` into `dist/client`; the server serves that folder and nothing else. */
export default defineConfig({
  root: 'client',
  // The server puts a number used once in its place with every answer; see server/page.ts.
  html: { cspNonce: '%NONCE%' },
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
    // What most pages share comes as one file: forty small ones are more to ask for and pack worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'common',
              test: /[\\/]client[\\/](parts|address|styles)[\\/].*\.tsx?$|[\\/]shared[\\/]metrics[\\/]themes\.ts$/,
              minShareCount: 4,
            },
            // Forms and their styles are for the pages that ask something; the first page does without.
            { name: 'forms', test: /[\\/]client[\\/]forms[\\/].*\.tsx?$/ },
          ],
        },
      },
    },
  },
})
