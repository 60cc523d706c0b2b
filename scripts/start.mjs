// `npm start`: builds what is out of date, then runs it in this process. What follows `--` is passed on.
import { buildOrExit } from './build.mjs';

await buildOrExit();
await import(new URL('../dist/main.js', import.meta.url).href);
