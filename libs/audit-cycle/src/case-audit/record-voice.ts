import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { VOICE_MISSING_REASONS } from '../vocabulary/voice.js';
import { auditorOnly } from './auditor-only.js';
import type { RecordVoice } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';

/**
 * What somebody said, or why they were not heard: one of the two, and never both.
 * Refusals: not-the-auditor, voice-text-missing, voice-reason-missing, unknown-reason, voice-contradicts.
 */
export function recordVoice(
  { voice, obtained, reasonCode, text, consentToQuote }: RecordVoice,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const notAuditor = auditorOnly(state, context);
  if (notAuditor) return notAuditor;
  if (obtained && !isWritten(text)) {
    return refuse('voice-text-missing', `Write down what the ${voice} said, or why they were not heard.`);
  }
  if (obtained && reasonCode !== undefined) {
    return refuse('voice-contradicts', 'A voice that was obtained has no reason for not being obtained.');
  }
  if (!obtained && reasonCode === undefined) {
    return refuse('voice-reason-missing', `Give the reason why the ${voice} was not heard.`);
  }
  if (reasonCode !== undefined && !VOICE_MISSING_REASONS.includes(reasonCode)) {
    return refuse('unknown-reason', `Give one of these reasons: ${VOICE_MISSING_REASONS.join(', ')}.`);
  }
  if (!obtained && consentToQuote !== undefined) {
    return refuse('voice-contradicts', 'A voice that was not obtained has no words that could be quoted.');
  }
  return accept({
    type: 'VoiceRecorded',
    facts: { voice, obtained, reasonCode: reasonCode ?? null, consentToQuote: consentToQuote ?? null },
    narrative: narrative({ text }),
  });
}
