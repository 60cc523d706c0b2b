// `npm start`: builds what is out of date, then runs it in this process. What follows `--` is passed on.
import { buildOrExit } from './build.mjs';

if (process.env.npm_lifecycle_event !== undefined) endWithShell();
await buildOrExit();
await import(new URL('../dist/main.js', import.meta.url).href);

/** npm hands SIGTERM to its shell, which dies of it and tells nobody: this process would run on without a parent. */
function endWithShell() {
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  timer.unref();
}
