/**
 * The licences that what we hand out may have, each with the reason. This is the sign-off: a licence is added here by
 * a person who has read it.
 */
export const acceptedLicences: Readonly<Record<string, string>> = {
  MIT: 'asks that its notice goes with every copy, which dist/licences.txt does, and for nothing else.',
  ISC: 'asks the same as MIT in fewer words.',
  'BSD-2-Clause': 'asks that its notice goes with every copy, in source and in bundles.',
  'Apache-2.0':
    'asks that its text goes with every copy, grants the patents of its authors, and binds nothing beside it.',
}

/** Code that a package carries inside of it, and of which its manifest says nothing. */
export const carried = [
  {name: 'PDF.js', inside: 'unpdf', licence: 'Apache-2.0', holder: 'Mozilla Foundation'},
] as const
