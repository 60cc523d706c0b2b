import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ComposeSettings } from './compose.ts';
import type { HttpServer } from './http/http-server.ts';
import { lockFolder } from './store/embedded/folder-lock.ts';

export type RunningSandbox = {
  readonly slack: ComposeSettings['slack'];
  readonly directory: ComposeSettings['directory'];
  /** Its time, which somebody may move at its page: the app has to live in the same evening. */
  readonly clock: ComposeSettings['clock'];
  /** Calls back whenever that time was moved by hand. */
  onClockMoved(listener: () => void): void;
  /** Closes it when the bot has gone, and lets go of its folder. */
  stop(): Promise<void>;
};

/**
 * Starts the local Slack on the process's own port, for a start without tokens. It is a development tool and not part of
 * the production image: there the lack of tokens is told instead.
 */
export async function startLocalSlack(http: HttpServer, dataDir: string): Promise<RunningSandbox> {
  const { startSandbox, people, seed } = await loadSandbox();
  const root = new URL('../', import.meta.url);
  const manifest: unknown = JSON.parse(await readFile(new URL('manifest.json', root), 'utf8'));
  // A folder and a lock of its own: the database may be on a server, and two processes would overwrite each other's state.
  const folder = path.join(path.resolve(dataDir), 'slack');
  const lock = await lockFolder(folder);
  try {
    const sandbox = await startSandbox({
      manifest,
      seed,
      stateFile: path.join(folder, 'workspace.json'),
      pageDir: fileURLToPath(new URL('dist/sandbox/page', root)),
    });
    sandbox.setBaseUrl(http.url);
    http.mount({
      fallback: (request, response) => void sandbox.handleRequest(request, response),
      upgrade: (request, socket, head) => {
        if (!sandbox.handleUpgrade(request, socket, head)) socket.destroy();
      },
    });
    const { botToken, appToken } = sandbox;
    return {
      slack: { mode: 'socket', apiUrl: sandbox.apiUrl(), botToken, appToken },
      directory: directoryOf(people),
      clock: sandbox.clock,
      onClockMoved(listener) {
        let { offset } = sandbox.clock;
        sandbox.onChange(() => {
          if (sandbox.clock.offset === offset) return;
          offset = sandbox.clock.offset;
          listener();
        });
      },
      async stop() {
        await sandbox.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Cast = Readonly<Record<'alex' | 'denny' | 'morgan' | 'priya' | 'sam', string>>;

/** Who asks whom among the people of the local Slack, so that the first try needs no set-up. */
function directoryOf({ alex, denny, morgan, priya, sam }: Cast): ComposeSettings['directory'] {
  return {
    [alex]: { mentor: denny, backups: [priya], manager: morgan },
    [denny]: { mentor: priya, backups: [sam], manager: morgan },
    [priya]: { mentor: denny, backups: [sam], manager: morgan },
    [sam]: { mentor: priya, backups: [denny], manager: morgan },
  };
}

async function loadSandbox() {
  try {
    const [{ startSandbox }, { people, defaultSeed }, { ordinaryTalk }] = await Promise.all([
      import('./sandbox/sandbox.ts'),
      import('./sandbox/seed.ts'),
      import('./sandbox/seed-talk.ts'),
    ]);
    return { startSandbox, people, seed: { ...defaultSeed, talk: ordinaryTalk } };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new Error(
        'SLACK_BOT_TOKEN is not set, and this build has no local Slack to try Oops on. Set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
      );
    }
    throw error;
  }
}
