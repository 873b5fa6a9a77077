/** Markdown from which pandoc makes documents. Everybody in it is invented. */
export const byPandoc: Readonly<Record<string, string>> = {
  'pandoc-report': `# Background

## The family

Ms Rees and Mr Hughes parted in May. The parents have a **volatile** relationship.

1.  Ms Rees *failed to protect* Cai.
2.  It was a tiff.

    a.  Officers were called to a domestic dispute.

-   Seren is six.

> Mum says it was a tiff, and I don’t mind.

See [the order](https://example.org/order) of 4 May, \`exactly\` as made.

Cai
:   The elder of the two.
`,
  'pandoc-tracked-and-comments': `# What is said

Ms Rees []{.deletion author="Supervisor" date="2026-01-05T10:00:00Z"}[struggled to keep Cai safe]{.deletion author="Supervisor" date="2026-01-05T10:00:00Z"}[failed to protect Cai]{.insertion author="Supervisor" date="2026-01-05T10:00:00Z"} from Mr Hughes.

The parents [Is this fair?]{.comment-start id="1" author="Supervisor" date="2026-01-05T10:00:00Z"}have a volatile relationship[]{.comment-end id="1"}.
`,
  'pandoc-footnotes': `Ms Rees failed to protect Cai.[^1] It was a tiff.[^b]

[^1]: The parents have a volatile relationship.

[^b]: Officers were called to a domestic dispute.

    A second paragraph of the note.
`,
  'pandoc-equation': `The mean of $\\frac{a+b}{2}$ nights, and the parents have a volatile relationship.

$$x = 1$$

Ms Rees failed to protect Cai.
`,
  'pandoc-tables': `| Who | What |
| --- | --- |
| Ms Rees | Ms Rees failed to protect Cai. |
| Mr Hughes | It was a tiff. |

: Officers were called to a domestic dispute.

  Day        Words
  ---------- ---------------------------------------
  Monday     The parents have a volatile
             relationship.
`,
}
