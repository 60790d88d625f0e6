type Waiting<Answer> = { resolve: (answer: Answer) => void; reject: (error: Error) => void };

const NOT_STARTED = "WorkerNotStarted";

/** Whether it is a worker that never began, whose script could not be fetched; of what it was asked it says nothing. */
export const isNotStarted = (error: unknown): boolean => error instanceof Error && error.name === NOT_STARTED;

/**
 * Asks a worker and gets its answers, each to its question by an `id` that is added to it. The worker starts with the first
 * question, and anew after it broke: then all that were waiting are rejected. An answer with `error` rejects its question.
 */
export function workerCalls<Question extends object, Answer extends object>(start: () => Worker) {
  let worker: Worker | undefined;
  let asked = 0;
  const waiting = new Map<number, Waiting<Answer>>();

  const listen = (started: Worker): Worker => {
    let hasAnswered = false;
    started.addEventListener("message", ({ data }: MessageEvent<Answer & { id: number; error?: string }>) => {
      hasAnswered = true;
      const asker = waiting.get(data.id);
      if (data.error === undefined) asker?.resolve(data);
      else asker?.reject(new Error(data.error));
      waiting.delete(data.id);
    });
    started.addEventListener("error", (event) => {
      const error = new Error(event.message);
      if (!hasAnswered) error.name = NOT_STARTED;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      worker = undefined;
    });
    return started;
  };

  return (question: Question): Promise<Answer> => {
    worker ??= listen(start());
    const to = worker;
    const id = ++asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      to.postMessage({ ...question, id });
    });
  };
}
