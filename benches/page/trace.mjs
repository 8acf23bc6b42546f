// Reads a trace of the browser's.

/** A task of a thread. In a trace, times are in microseconds. */
const isTask = ({ ph, name }) => ph === "X" && (name === "RunTask" || name === "ThreadControllerImpl::RunTask");

/** The main thread of the page: the one with the most tasks of all threads of that name. */
function mainThread(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const work = new Map();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    if (event.name === "FireAnimationFrame" && threads.has(thread)) work.set(thread, (work.get(thread) ?? 0) + 1);
  }
  return [...work].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** For each frame the processor time, in milliseconds, of what the page's main thread did from its beginning to the next one's. */
export function workOfFrames(trace) {
  const { traceEvents } = JSON.parse(trace);
  const main = mainThread(traceEvents);
  const own = traceEvents.filter(({ pid, tid }) => `${pid} ${tid}` === main);
  const tasks = own.filter(isTask);
  // One kind of event stands for all tasks; both may be there, one in the other.
  const kind = tasks.some(({ name }) => name === "RunTask") ? "RunTask" : "ThreadControllerImpl::RunTask";
  const sorted = tasks.filter(({ name }) => name === kind).sort((a, b) => a.ts - b.ts);
  // A frame begins with the task in which the page is called for it, once or several times.
  const calls = own.filter(({ name }) => name === "FireAnimationFrame").map(({ ts }) => ts).sort((a, b) => a - b);
  const begins = [];
  let call = 0;
  for (const { ts, dur } of sorted) {
    while (call < calls.length && calls[call] < ts) call += 1;
    if (calls[call] < ts + dur) begins.push(ts);
  }
  const frames = begins.map(() => 0);
  let frame = 0;
  for (const { ts, dur, tdur } of sorted) {
    while (begins[frame + 1] <= ts) frame += 1;
    if (ts >= begins[0]) frames[frame] += (tdur ?? dur) / 1_000;
  }
  return frames;
}
