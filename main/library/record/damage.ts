import { type Message, message } from '../../../preload/contract/messages.ts';

/** What is wrong with a text of JSON, given the error on reading it, in words for the user. */
export function damageIn(text: string, error: unknown): Message {
  if (/^[\0\s]*$/.test(text)) return message('damage.empty');
  return error instanceof SyntaxError ? message('damage.no-json') : message('damage.content');
}
