import { embedded } from '../support/databases.ts';
import { databaseContract } from './database-contract.ts';

databaseContract('the embedded database', embedded);
