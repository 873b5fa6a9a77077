import {x} from 'xastscript'
import {toText} from '../../src/reporters/ci/xml-text.ts'
import type {Manifest} from './extension-manifest.ts'

const head = '<?xml version="1.0" encoding="utf-8"?>\n'

/** Which file of the package plays which part for the editor and for a gallery. */
const assets = [
  ['Microsoft.VisualStudio.Code.Manifest', 'extension/package.json'],
  ['Microsoft.VisualStudio.Services.Content.Details', 'extension/README.md'],
  ['Microsoft.VisualStudio.Services.Content.License', 'extension/LICENSE.txt'],
  ['Microsoft.VisualStudio.Services.Icons.Default', 'extension/images/icon.png'],
] as const

/** `extension.vsixmanifest`: what an editor reads before it unpacks anything. */
export function vsixManifest(manifest: Manifest): string {
  const attributes = {
    Version: '2.0.0',
    xmlns: 'http://schemas.microsoft.com/developer/vsx-schema/2011',
  }
  const root = x('PackageManifest', attributes, [
    metadataOf(manifest),
    x('Installation', x('InstallationTarget', {Id: 'Microsoft.VisualStudio.Code'})),
    x('Dependencies'),
    x(
      'Assets',
      assets.map(([Type, Path]) => x('Asset', {Type, Path, Addressable: 'true'})),
    ),
  ])
  return head + toText(root)
}

function metadataOf(manifest: Manifest) {
  const {name, version, publisher, displayName, description, keywords, categories} = manifest
  const properties = {
    'Code.Engine': manifest.engines.vscode,
    'Code.ExtensionDependencies': '',
    'Code.ExtensionPack': '',
    'Code.ExtensionKind': manifest.extensionKind.join(','),
    'Code.LocalizedLanguages': '',
    'Code.ExecutesCode': 'true',
    'Services.GitHubFlavoredMarkdown': 'true',
    'Services.Content.Pricing': manifest.pricing,
  }
  return x('Metadata', [
    x('Identity', {Language: 'en-GB', Id: name, Version: version, Publisher: publisher}),
    x('DisplayName', displayName),
    x('Description', {'xml:space': 'preserve'}, description),
    x('Tags', keywords.join(',')),
    x('Categories', categories.join(',')),
    x('GalleryFlags', 'Public'),
    x(
      'Properties',
      Object.entries(properties).map(([id, value]) =>
        x('Property', {Id: `Microsoft.VisualStudio.${id}`, Value: value}),
      ),
    ),
    x('License', 'extension/LICENSE.txt'),
    x('Icon', `extension/${manifest.icon}`),
  ])
}

const contentTypes: Readonly<Record<string, string>> = {
  js: 'application/javascript',
  cjs: 'application/javascript',
  json: 'application/json',
  md: 'text/markdown',
  png: 'image/png',
  txt: 'text/plain',
  vsixmanifest: 'text/xml',
}

/**
 * `[Content_Types].xml`: of what kind the files are, by their endings.
 * @throws {Error} for an ending of which nobody has said so
 */
export function contentTypesOf(paths: readonly string[]): string {
  const endings = [...new Set(paths.map((path) => path.replace(/^.*\./, '')))].sort()
  const defaults = endings.map((ending) => {
    const type = contentTypes[ending]
    if (type === undefined) throw new Error(`Expected a known ending, not .${ending}`)
    return x('Default', {Extension: `.${ending}`, ContentType: type})
  })
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return head + toText(x('Types', {xmlns}, defaults))
}
