import { expect, test } from 'vitest';
import { guessLanguage } from '../../../../main/wire/text/language.ts';

test.each([
  ['Der Kanzler ist nicht in Berlin.', 'de'],
  ['Blumen für Anna, FÜR Otto', 'de'],
  ['Wofür, fürs, f ü r', undefined],
  ['THE end OF it', 'en'],
  ['The minister said that der Spiegel has it', 'en'],
  ['der the die of', undefined],
  // Little words inside others, or with digits and underscores, are none.
  ['Derby, undine, die2, _der, werdende', undefined],
  ['Die, Lände der', 'de'],
  ['', undefined],
  ['Le gouvernement wallon a adopté jeudi son budget. Les syndicats ont dénoncé des coupes.', 'fr'],
  ['El puerto ha abierto la grúa para los barcos, según el informe de la ministra.', 'es'],
  ['Il porto ha aperto la gru per le navi, che sono ferme dal mattino, secondo gli operai.', 'it'],
  ['O parlamento aprovou hoje, em votação final global, o Orçamento do Estado para os portos.', 'pt'],
  ['De haven heeft het besluit van de minister niet aanvaard, maar wordt door de rechter gehoord.', 'nl'],
  ['Kranen er flyttet, siger havnen, og den blev ikke skadet efter ulykken, men en del af den mangler.', 'da'],
  ['Kranen er flyttet, sier havnen, og den ble ikke skadet etter ulykken, men en del av den mangler.', 'no'],
  ['Kranen har flyttats, säger hamnen, och den blev inte skadad efter olyckan, men en del av den saknas.', 'sv'],
  ['Paris – Le Monde, El País, La Repubblica', undefined],
])('%j is %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
