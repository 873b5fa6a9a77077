/** For a person, or a program, at the desk where the reports are: they show what the reports say. */
const atDesk = ['pretty', 'compact', 'json', 'ndjson', 'html', 'markdown'] as const

/** For build servers: roles in place of names, and nothing of a report's text unless it is asked for. */
const forBuildServers = ['github', 'gitlab', 'sarif', 'junit', 'checkstyle'] as const

export const reporterNames = [...atDesk, ...forBuildServers] as const
export type ReporterName = (typeof reporterNames)[number]

/** Whether output of this format is meant for other eyes than those of the report. */
export const leavesDesk = (name: ReporterName): boolean =>
  forBuildServers.some((each) => each === name)
