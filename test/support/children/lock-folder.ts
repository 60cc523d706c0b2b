// Takes the folder, says so, and holds it until it is killed.
import { lockFolder } from '../../../src/store/embedded/folder-lock.ts';

const { folder }: { folder: string } = JSON.parse(process.argv[2] ?? '');
try {
  await lockFolder(folder);
  process.stdout.write('held\n');
  setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`);
}
