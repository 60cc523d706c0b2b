import { server } from '../support/databases.ts';
import { databaseContract } from './database-contract.ts';

databaseContract('a PostgreSQL server', server);
