import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const textsOf = ({ body }: ReturnType<typeof onlyOf>) => body.map(blockText);

describe('fields of ZCZC', () => {
  test('go on behind the star', () => {
    const dispatch = onlyOf(
      'ZCZC AAP\r\n$A\r\n:Harbour Crane\r\n=Lead\r\n^Crane moves again in Lundsund\r\n*X\r\n&A\r\n+15084000\r\n@Vic\r\n~Feature\r\nMELBOURNE, March 14 AAP - The crane in Lundsund moves again.\r\n\r\nIt cost three dollars.\r\nAAP js\r\nNNNN\r\n',
    );
    expect(dispatch).toMatchObject({
      headline: 'Crane moves again in Lundsund',
      slug: 'Harbour Crane Lead',
      kicker: 'Feature',
      dateline: 'MELBOURNE, March 14',
      source: 'AAP',
      notes: [{ kind: 'nonpublic', text: 'AAP js' }],
    });
    expect(textsOf(dispatch)).toEqual(['The crane in Lundsund moves again.', 'It cost three dollars.']);
  });

  test('go on behind a blank line', () => {
    const dispatch = onlyOf(
      'ZCZC AAP\n%A\n#Legal: Crane_BC6\n$Crane stands still\n\n:(SYDNEY)\n&AAPIS\\roej\n*02000000\n@Vic\nA crane stands still.\n\nIts owner said so.\nNNNN\n',
    );
    expect(dispatch).toMatchObject({ headline: 'Crane stands still', slug: 'Legal: Crane_BC6', dateline: 'SYDNEY' });
    expect(textsOf(dispatch)).toEqual(['A crane stands still.', 'Its owner said so.']);
  });

  test('stand below a routing line', () => {
    const dispatch = onlyOf(
      'ZCZC FMG000\nYY RFG TDR\n:Crane table 2025-2026\n:CRANE-TABLE\n  SYDNEY, Jul 16 AAP - Cranes in three harbours.\nNNNN\n',
    );
    expect(dispatch).toMatchObject({
      headline: 'Crane table 2025-2026',
      slug: 'CRANE-TABLE',
      dateline: 'SYDNEY, Jul 16',
      source: 'AAP',
    });
    expect(textsOf(dispatch)).toEqual(['Cranes in three harbours.']);
  });

  test.each(['$5 million for a crane.', '#cranes is trending.', '@crane wrote this.', '* a bullet', '+++ more +++'])(
    '%s is text behind the star',
    (line) => {
      const dispatch = onlyOf(`ZCZC AAP\n$A\n:Crane\n^Crane moves\n*X\n${line}\nThe crane moves again.\nNNNN\n`);
      expect(textsOf(dispatch).join('\n')).toContain(line.replace(/^\* /u, ''));
    },
  );
});

describe('lines to the desk in ANPA', () => {
  const wire = (line: string) =>
    `\x16\x16\x01W1235\x1f_nord\r\nr i\x13\x11 BC-EU--Harbour 2ndLd     03-14 0100\r\n\x02\x02^BC-EU--Harbour, 2nd Ld,100<\r\n^Harbour opens<\r\n^${line}<\r\n^By JANE ROE=\r\n^Associated Press=\r\n\t   LUNDSUND, England (AP) _ The harbour opened on Saturday _ at last.\r\n\x03AP-WF-03-14-26 1512GMT<\r\n\x0c\r\n\x04`;

  test.each([
    ['editor', "(Eds: CORRECTS spelling of mayor's name in 2nd graf to Roe, sted Row.)"],
    ['editor', '[Eds: ADDS quotes from the mayor in the last graf.]'],
    ['editor', '(Adds details of the ceremony at the harbour.)'],
    ['correction', '(Corrects the name of the harbour to Lundsund.)'],
  ])('%s: %s', (kind, line) => {
    const dispatch = onlyOf(wire(line));
    expect(dispatch).toMatchObject({ headline: 'Harbour opens', byline: 'JANE ROE' });
    expect(dispatch.subhead).toBeUndefined();
    expect(dispatch.notes).toEqual([{ kind, text: line.slice(1, -1) }]);
  });

  test('a summary keeps no teletype dash', () => {
    expect(onlyOf(wire('Mayor opens the gates _ after three years of work')).subhead).toBe(
      'Mayor opens the gates – after three years of work',
    );
  });
});
