import type { Reading, Renderer } from '../../../src/app/ports.ts';
import type { MessageBody } from '../../../src/domain/effects.ts';
import { isOver } from '../../../src/domain/incident.ts';

/** Draws messages as one line that says what they are about, so that a test sees whether they changed. */
export function plainRenderer(): Renderer {
  return {
    render(body, reading) {
      const text = line(body, reading);
      return text === null ? null : { text, blocks: [] };
    },
    renderOffer: ({ offer }) => ({ text: `offer: ${offer.why}, ${offer.state}`, blocks: [] }),
  };
}

function line(body: MessageBody, { incident, words, isLeft }: Reading): string | null {
  const typed = incident.happened === null ? '' : (words.get(incident.happened) ?? '');
  switch (body.kind) {
    case 'card':
      if (isLeft) return 'pointer';
      return `card: ${incident.status}, ${incident.notes.length} notes, with ${incident.helpers.join(' ')} "${typed}"`;
    case 'ask': {
      const ask = incident.asks.find(({ id }) => id === body.ask);
      return isOver(incident) && ask?.reached === null ? null : `ask: ${ask?.state} "${typed}"`;
    }
    case 'summary':
      return `summary: ${incident.summary?.state} "${words.get(incident.summary?.words ?? '') ?? ''}"`;
    default:
      return body.kind;
  }
}
