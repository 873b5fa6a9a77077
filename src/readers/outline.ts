/** The headings a place stands under, outermost first. A heading ends those of its own level. */
export interface Outline {
  readonly section: () => readonly string[]
  /** The section the heading itself stands in; `level` grows inwards. */
  readonly enter: (title: string, level: number) => readonly string[]
}

export function outline(): Outline {
  let open: readonly {readonly title: string; readonly level: number}[] = []
  // One array for all blocks of a section.
  let section: readonly string[] = []
  return {
    section: () => section,
    enter: (title, level) => {
      const above = open.filter((heading) => heading.level < level)
      open = [...above, {title: spacedOnce(title), level}]
      section = open.map((heading) => heading.title)
      return section.slice(0, -1)
    },
  }
}

/** The very same string where there is nothing to change: whoever reads again compares at a glance. */
const spacedOnce = (title: string) =>
  /[^\S ]| {2}/.test(title) ? title.replace(/\s+/g, ' ') : title
