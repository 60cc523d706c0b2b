/**
 * A Chromium for browser tests, the same everywhere: an installed one when there is one (`CHROMIUM_PATH` first), else
 * the one that comes in the package `@sparticuz/chromium`, unpacked once into `.cache/`.
 *
 * What a test can hold on to in the sandbox's page (`src/sandbox/page`):
 *
 * | what                 | how                                                                                |
 * |----------------------|------------------------------------------------------------------------------------|
 * | a person's Slack     | `[data-person="U…"]`, region "Alex Rivera’s Slack"                                 |
 * | an open conversation | `[data-channel="C…"]`; in the sidebar the button of that name has it too           |
 * | a message            | `[data-ts="…"]` (`data-author` is the user id), an article "Alex Rivera, 8:04 PM"  |
 * | a thread             | region "Thread", `[data-thread-ts="…"]`                                            |
 * | a block, an element  | `[data-block-id]` (with `data-block-type`), `[data-action-id]`                     |
 * | a modal              | role `dialog` named by its title, `[data-view-id]`, `[data-callback-id]`           |
 * | a confirmation       | role `alertdialog`                                                                 |
 * | the composer         | textbox "Message #eng-platform", "Message Denny Park", "Reply to thread"           |
 * | suggestions          | role `listbox` named "Suggestions", options                                        |
 * | a select             | role `combobox`, and while it is open role `listbox` named "Choices"               |
 * | emoji                | buttons "Emoji" and "React"; combobox "Search emoji", listbox "Emoji"              |
 * | a message's menu     | button "More actions", role `menuitem`; buttons "Reply in thread" and "React"      |
 * | global shortcuts     | button "Shortcuts", role `menuitem`                                                |
 * | what went wrong      | role `alert` beside what was clicked                                               |
 * | a person's switches  | button "Denny Park … status …", `menuitemcheckbox`, `menuitemradio`                   |
 * | the quick switcher   | Ctrl+K, role `combobox` "Jump to a channel or a person"                            |
 * | the clock            | button "Pretend clock, …", role `menuitem`; what came of it is a role `status`     |
 * | faults               | button "Faults", buttons "Once: …", role `switch` "Until switched off: …"          |
 * | the traffic          | button "Traffic", region "Traffic", a button for each line                         |
 * | the sandbox is away  | role `status` "Reconnecting to the sandbox. …"                                     |
 */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');
const packageName = '@sparticuz/chromium';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Nothing that reaches out of the machine, nothing that a first start asks. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedProgram(): Program | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== '' && !isExecutable(wanted)) {
    throw new Error(`CHROMIUM_PATH names ${wanted}, which is not a program.`);
  }
  const found = wanted || installed.find(isExecutable);
  return found ? { path: found, env: {} } : undefined;
}

/**
 * Unpacks the packaged Chromium. It goes where the temporary folder is, and its own libraries are for a machine
 * without nss; both are settled by a process of its own, whose environment nobody else shares.
 */
async function unpack(into: string): Promise<void> {
  const script = `await (await import('${packageName}')).default.executablePath()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: into, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
}

/** Without a font Chromium crashes; the package's own configuration looks for it in `/tmp`. */
function fontConfiguration(folder: string): string {
  const dirs = [path.join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${dirs.map((dir) => `  <dir>${dir}</dir>`).join('\n')}
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

async function packagedProgram(): Promise<Program> {
  const manifest = readFileSync(path.join(root, 'node_modules', packageName, 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  const cache = path.join(root, '.cache');
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    // Unpacked beside its place and then renamed: another test process may be at it too.
    await mkdir(cache, { recursive: true });
    const fresh = mkdtempSync(path.join(cache, 'chromium-new-'));
    await unpack(fresh);
    await writeFile(path.join(fresh, 'fonts.conf'), fontConfiguration(folder));
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return {
    path: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** Launches Chromium, without a window and with a fresh profile; close it when done. */
export async function launchChromium(): Promise<Browser> {
  const program = installedProgram() ?? (await packagedProgram());
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return chromium.launch({
    executablePath: program.path,
    args: flags,
    env: { ...Object.fromEntries(inherited), ...program.env },
  });
}
