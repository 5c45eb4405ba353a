// `npm run policies`: writes what administrators use from the one table of policies: ADMX and ADML for Windows, a manifest for macOS,
// and the table in docs/administration.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { policies } from '../main/policy/policies.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { appId } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const KEY = 'Software\\Policies\\Depesche';
const languages = /** @type {const} */ ({ 'en-US': 'en', 'de-DE': 'de' });
const begin = '<!-- written by `npm run policies` -->\n\n';
const end = '\n<!-- end of the table -->';

const escaped = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const kindOf = ({ schema }) => {
  const { type, enum: values, minimum, maximum } = z.toJSONSchema(schema);
  return { type, values, minimum, maximum };
};

/** The element of an ADMX policy that holds its value; a boolean has none. */
function element({ key, ...policy }) {
  const { type, values, minimum, maximum } = kindOf(policy);
  if (type === 'boolean')
    return '<enabledValue><decimal value="1" /></enabledValue><disabledValue><decimal value="0" /></disabledValue>';
  if (values !== undefined) {
    const items = values.map(
      (value) => `<item displayName="$(string.${key}_${value})"><value><string>${value}</string></value></item>`,
    );
    return `<elements><enum id="${key}" valueName="${key}" required="true">${items.join('')}</enum></elements>`;
  }
  if (type === 'integer')
    return `<elements><decimal id="${key}" valueName="${key}" minValue="${minimum}" maxValue="${maximum}" required="true" /></elements>`;
  return `<elements><text id="${key}" valueName="${key}" required="true" /></elements>`;
}

function admx() {
  const rows = policies.map((policy) => {
    const { key } = policy;
    const own = kindOf(policy).type === 'boolean' ? ` valueName="${key}"` : ` presentation="$(presentation.${key})"`;
    return `    <policy name="${key}" class="Both" displayName="$(string.${key})" explainText="$(string.${key}_text)" key="${KEY}"${own}>
      <parentCategory ref="Depesche" />
      <supportedOn ref="windows:SUPPORTED_Windows_10_0" />
      ${element(policy)}
    </policy>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="depesche" namespace="Depesche.Policies.Depesche" />
    <using prefix="windows" namespace="Microsoft.Policies.Windows" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <categories>
    <category name="Depesche" displayName="$(string.Depesche)" />
  </categories>
  <policies>
${rows.join('\n')}
  </policies>
</policyDefinitions>
`;
}

function adml(language) {
  const strings = policies.flatMap((policy) => {
    const { title, text } = policy[language];
    const values = (kindOf(policy).values ?? []).map((value) => [`${policy.key}_${value}`, value]);
    return [[policy.key, title], [`${policy.key}_text`, text], ...values];
  });
  const presentations = policies.flatMap((policy) => {
    const { type, values } = kindOf(policy);
    const title = escaped(policy[language].title);
    if (type === 'boolean') return [];
    if (values !== undefined)
      return [
        `<presentation id="${policy.key}"><dropdownList refId="${policy.key}">${title}</dropdownList></presentation>`,
      ];
    if (type === 'integer')
      return [
        `<presentation id="${policy.key}"><decimalTextBox refId="${policy.key}">${title}</decimalTextBox></presentation>`,
      ];
    return [
      `<presentation id="${policy.key}"><textBox refId="${policy.key}"><label>${title}</label></textBox></presentation>`,
    ];
  });
  const all = [['Depesche', 'Depesche'], ...strings];
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Depesche</displayName>
  <description>Depesche</description>
  <resources>
    <stringTable>
${all.map(([id, text]) => `      <string id="${id}">${escaped(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${presentations.map((one) => `      ${one}`).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

const pair = (name, value) => {
  const type = typeof value === 'number' ? 'integer' : 'string';
  return typeof value === 'boolean'
    ? `<key>${name}</key><${value} />`
    : `<key>${name}</key><${type}>${escaped(value)}</${type}>`;
};

/** In the format of github.com/ProfileManifests, which tools for managed Macs read. */
function manifest() {
  const keys = policies.map((policy) => {
    const { type, values, minimum, maximum } = kindOf(policy);
    const facts = [
      pair('pfm_name', policy.key),
      pair('pfm_title', policy.en.title),
      pair('pfm_description', policy.en.text),
      pair('pfm_type', type),
      ...(policy.standard === undefined ? [] : [pair('pfm_default', policy.standard)]),
      ...(minimum === undefined ? [] : [pair('pfm_range_min', minimum), pair('pfm_range_max', maximum)]),
      ...(values === undefined
        ? []
        : [`<key>pfm_range_list</key><array>${values.map((value) => `<string>${value}</string>`).join('')}</array>`]),
    ];
    return `    <dict>\n${facts.map((fact) => `      ${fact}`).join('\n')}\n    </dict>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  ${pair('pfm_domain', appId)}
  ${pair('pfm_title', 'Depesche')}
  ${pair('pfm_format_version', 1)}
  ${pair('pfm_version', 1)}
  <key>pfm_platforms</key><array><string>macOS</string></array>
  <key>pfm_subkeys</key>
  <array>
${keys.join('\n')}
  </array>
</dict>
</plist>
`;
}

function table() {
  const rows = policies.map((policy) => {
    const { type, values, minimum, maximum } = kindOf(policy);
    const allowed =
      values?.map((value) => `\`${value}\``).join(', ') ??
      (type === 'integer' ? `${minimum} to ${maximum}` : type === 'boolean' ? '`true`, `false`' : 'text');
    const standard = policy.standard === undefined ? '' : `\`${policy.standard}\``;
    return `| \`${policy.key}\` | ${allowed} | ${standard} | ${policy.en.text} |`;
  });
  return `| name | values | without it | what it does |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** Every file made from the table of policies: path below the project, and content. @returns {Map<string, string>} */
export function policyFiles() {
  const docs = 'docs/administration.md';
  const text = readFileSync(join(root, docs), 'utf8');
  const [before = '', rest = ''] = text.split(begin);
  return new Map([
    ['build/policy/depesche.admx', admx()],
    ...Object.entries(languages).map(([name, language]) => [`build/policy/${name}/depesche.adml`, adml(language)]),
    [`build/policy/${appId}.plist`, manifest()],
    [docs, `${before}${begin}${table()}${end}${rest.split(end)[1] ?? ''}`],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of policyFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
