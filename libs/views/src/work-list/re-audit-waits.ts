import type { WorkReAudit } from './rows/work-re-audit.js';
import type { Waiting } from './waiting.js';

/** What a re-audit waits for. */
export function reAuditWaits({ status, since, reAuditor, due }: WorkReAudit): readonly Waiting[] {
  switch (status) {
    case 'selected':
      return [{ kind: 'allocate-re-auditor', since, roles: ['qa-lead'] }];
    case 'allocated':
      return [{ kind: 're-audit', since, people: [reAuditor], due }];
    case 're-audited':
    case 'withdrawn':
      return [];
  }
}
