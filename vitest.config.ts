import {defineConfig} from 'vitest/config'

// No test measures by the clock; a busy machine gets the time it needs.
export default defineConfig({test: {include: ['test/**/*.test.ts'], exclude: ['test/clients/**'], testTimeout: 60_000, hookTimeout: 60_000}})
