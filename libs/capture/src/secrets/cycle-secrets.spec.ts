import { cycleSecretsContract } from '../testing/cycle-secrets-contract.js';
import { MemoryCycleSecrets } from './memory-cycle-secrets.js';

const secrets = new MemoryCycleSecrets();
cycleSecretsContract('memory', () => secrets);
