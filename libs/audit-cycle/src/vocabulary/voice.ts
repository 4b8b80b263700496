export const VOICES = ['child', 'family', 'practitioner'] as const;
/** Whose view of the work it is. */
export type VoiceOf = (typeof VOICES)[number];

/** Why a voice was not obtained. */
export const VOICE_MISSING_REASONS = [
  'declined',
  'could-not-be-reached',
  'not-safe-to-contact',
  'too-young',
  'left-the-service',
  'on-leave',
] as const;
/** Why a voice was not obtained. */
export type VoiceMissingReason = (typeof VOICE_MISSING_REASONS)[number];
