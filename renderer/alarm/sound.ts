import type { AlarmCause } from '../../preload/contract/contract.ts';

/** Hertz, one after the other. A grave cause falls, an urgent one rises. */
const NOTES: Readonly<Record<AlarmCause, readonly number[]>> = {
  kill: [784, 523, 392],
  withhold: [784, 523, 392],
  correction: [659, 494],
  version: [494, 587],
  flash: [880, 1_175, 880, 1_175],
  urgent: [659, 880],
  rule: [698],
  later: [523],
};
/** Seconds. */
const NOTE_LENGTH = 0.13;
const LOUDNESS = 0.16;

let context: AudioContext | undefined;

/** Plays the short sound of a cause; nothing where the page may not play sounds yet. */
export function playSound(cause: AlarmCause): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume();
  const start = context.currentTime + 0.02;
  for (const [at, hertz] of NOTES[cause].entries()) play(context, hertz, start + at * NOTE_LENGTH);
}

function play(audio: AudioContext, hertz: number, at: number): void {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.type = 'triangle';
  tone.frequency.value = hertz;
  // Faded in and out: a cut wave clicks.
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_LENGTH);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + NOTE_LENGTH);
}
