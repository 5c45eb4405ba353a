import type { Dispatch } from '../contract/contract.ts';

/** What agencies write under everything they send: it tells a subscriber nothing about this dispatch. */
const USUAL =
  /all rights reserved|alle rechte vorbehalten|tous droits réservés|may not be (?:published|reproduced|copied|redistributed)|weitergabe an dritte|nur für den persönlichen/i;
const RESTRICTS =
  /(?<![\p{L}\p{N}])(?:no|not|only|never|except|excluding|prohibited|forbidden|restricted|mandatory|nicht|kein|keine|keinen|nur|ausschließlich|ausgenommen|außer|untersagt|verboten|gesperrt|honorarpflichtig|eingeschränkt|interdit|interdite|sauf|uniquement)(?![\p{L}\p{N}])/iu;

/** The sentences on the rights of a dispatch that restrict its use, apart from the usual ones; undefined when there are none. */
export function restrictionOf({ rights, notes }: Pick<Dispatch, 'rights' | 'notes'>): string | undefined {
  const texts = [rights ?? '', ...notes.filter(({ kind }) => kind === 'copyright').map(({ text }) => text)];
  const sentences = texts.flatMap((text) => text.match(/[^.!;\n]+[.!;]?/g) ?? []).map((sentence) => sentence.trim());
  const restricting = [...new Set(sentences)].filter((sentence) => RESTRICTS.test(sentence) && !USUAL.test(sentence));
  return restricting.length === 0 ? undefined : restricting.join(' ');
}
