import type {Checked} from './checked.ts'

const placesOf = (count: number) => (count === 1 ? '1 place' : `${count} places`)

/** Everything that the extension itself says; what is found is said by the server. */
export const words = {
  name: 'safe-together-lint',
  waiting: 'checking …',
  notChecked: 'not checked',
  places: placesOf,
  notRead: (whatever: string) => `${whatever} not read`,
  parts: (count: number) => `${count} parts`,
  tooltip: {
    waiting: 'This text is being checked.',
    stopped: 'The check is not running, so this text is not checked. Select to start it again.',
    problem: 'This text could not be checked.',
    off: 'The check is turned off here, so this text is not checked. Select to open its settings.',
    counts: {
      error: (count) => `${placesOf(count)} worth changing`,
      warning: (count) => `${placesOf(count)} usually worth changing`,
      info: (count) => `${placesOf(count)} where it depends on the case`,
      question: (count) => (count === 1 ? '1 question' : `${count} questions`),
    } satisfies Record<keyof Checked['counts'], (count: number) => string>,
    nothing:
      'These rules found nothing to point at. That says little about what a report leaves out.',
    notRead: (all: string) => `Not read: ${all}.`,
    local: 'Checked on this machine. Nothing is sent.',
  },
  annotate: {
    choose: 'Make a copy with comments',
    documents: 'Documents',
    working: (name: string) => `Making a copy of ${name} with comments`,
    standing: (name: string) => `${name} stands there already.`,
    standingDetail: 'It will be written over, with whatever was changed in it.',
    replace: 'Write over it',
    open: 'Open the copy',
    show: 'Show in its folder',
    unstarted: (reason: string) => `No copy was made: the check could not be started (${reason}).`,
  },
} as const
