const DESKS: Readonly<Record<string, string>> = {
  pl: 'Politik',
  wi: 'Wirtschaft',
  ku: 'Kultur',
  sp: 'Sport',
  vm: 'Vermischtes',
  rs: 'Redaktion',
};

/** The Ressort of a dpa category mnemonic; other words stay as they are, single letters name nothing a person knows. */
export const deskName = (name: string | undefined): string | undefined =>
  name === undefined || name.length < 2 ? undefined : (DESKS[name.toLowerCase()] ?? name);
