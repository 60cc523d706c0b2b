import { embedded } from '../support/databases.ts';
import { workerContract } from './worker-contract.ts';

workerContract('the embedded database', embedded);
