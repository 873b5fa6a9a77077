// JSON leaves these as they are, and a terminal would obey them; a build server that reads along obeys "##[".
const controls =
  /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|(?<=##(?:vso)?)\[/g

/** JSON that is safe to show on a terminal. `indent` in spaces; one line without it. */
export const safeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    controls,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
