import * as v from 'valibot'

const filled = v.pipe(v.string(), v.minLength(1))

const entry = v.strictObject({
  description: filled,
  check_name: filled,
  fingerprint: filled,
  severity: v.picklist(['info', 'minor', 'major', 'critical', 'blocker']),
  location: v.strictObject({
    // From the root of the repository, and "Do not prefix with ./".
    path: v.pipe(filled, v.regex(/^(?!\.?\/)/)),
    lines: v.strictObject({begin: v.pipe(v.number(), v.integer(), v.minValue(1))}),
  }),
})

/**
 * A report as GitLab documents it: five fields of each entry are required, and a fingerprint stands once.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlabReport = v.pipe(
  v.array(entry),
  v.check(
    (entries) => new Set(entries.map(({fingerprint}) => fingerprint)).size === entries.length,
    'a fingerprint stands twice',
  ),
)
