/** The elements of a manifest that have a tag, by tag, with nothing left out that may be asked for. */
export function elementsOf({ modules }) {
  return modules
    .flatMap(({ path, declarations = [] }) => declarations.map((one) => ({ ...one, path })))
    .filter(({ tagName }) => tagName)
    .map((element) => ({
      attributes: [],
      members: [],
      events: [],
      slots: [],
      cssParts: [],
      cssProperties: [],
      ...element,
    }))
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
}
