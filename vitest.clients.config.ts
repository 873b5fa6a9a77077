import {defineConfig} from 'vitest/config'

const patience = {testTimeout: 300_000, hookTimeout: 300_000}

/** Tests that drive other programs. One after the other, since each is large. */
export default defineConfig({
  test: {
    fileParallelism: false,
    projects: [
      // LibreOffice, pandoc, xmllint, Chromium.
      {test: {...patience, name: 'clients', include: ['test/clients/*.test.ts']}},
      // npm, pre-commit, the shells of GitHub, GitLab and Docker: what we hand out, from the packed tarball.
      {
        test: {
          ...patience,
          name: 'delivery',
          include: ['test/clients/delivery/*.test.ts'],
          globalSetup: ['test/clients/delivery/pack.ts'],
          // It imports JSON in a way that Node does not take.
          server: {deps: {inline: ['@actions/workflow-parser']}},
        },
      },
    ],
  },
})
