import {defineConfig} from 'vitest/config'

/** Tests that drive other programs: LibreOffice, pandoc, xmllint, Chromium. One after the other, since each is large. */
export default defineConfig({
  test: {
    include: ['test/clients/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
