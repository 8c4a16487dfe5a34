/** Answers of the engine for a screen: kept per question, asked once, the old answer shown until the new one is there. */
import { useEffect, useState } from 'react';
import type { RequestName, Requests } from '#engine/protocol.ts';
import type { EnginePort } from '../session/engine-port.ts';

const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

/** `about` is what the answer depends on (a run's input): when it is gone, so are its answers. */
export function askOnce<N extends RequestName>(
  engine: EnginePort,
  about: object,
  name: N,
  ask: Requests[N]['ask'],
  key: string,
): Promise<Requests[N]['answer']> {
  const answers = kept.get(about) ?? new Map<string, Promise<unknown>>();
  kept.set(about, answers);
  const known = answers.get(name + key);
  if (known) return known as Promise<Requests[N]['answer']>;
  const made = engine.ask(name, ask);
  answers.set(name + key, made);
  made.catch(() => answers.delete(name + key));
  return made;
}

export interface Asked<T> {
  readonly answer: T | null;
  readonly failed: boolean;
}

/** `question` is null where there is nothing to ask. `key` names the question within `about`. */
export function useAsk<N extends RequestName>(
  engine: EnginePort,
  name: N,
  question: { readonly about: object; readonly ask: Requests[N]['ask']; readonly key: string } | null,
): Asked<Requests[N]['answer']> {
  const [asked, setAsked] = useState<Asked<Requests[N]['answer']>>(nothing);
  const about = question?.about;
  const key = question?.key;
  useEffect(() => {
    if (!question) return undefined;
    let current = true;
    askOnce(engine, question.about, name, question.ask, question.key).then(
      (answer) => current && setAsked({ answer, failed: false }),
      () => current && setAsked({ answer: null, failed: true }),
    );
    return () => {
      current = false;
    };
    // The question is told apart by what it is about and by its key; its object is new at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, name, about, key]);
  return question ? asked : nothing;
}

const nothing = { answer: null, failed: false } as const;
