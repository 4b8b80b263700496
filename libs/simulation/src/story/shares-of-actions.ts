/** How often things happen to improvement actions: shares from 0 to 1 of all actions unless another whole is named. */
export const DEFAULT_SHARES_OF_ACTIONS = {
  /** The worker owns it, where there is one; else the manager of the team. */
  workerOwns: 0.35,
  /** Of an action for impact; the others are for compliance. */
  forImpact: 0.3,
  /** Of those without an earlier one of another audit: there is one beside it that it may repeat. */
  oneBeside: 0.1,
  /** Of those with an earlier one. */
  repeats: 0.5,
  accepted: 0.92,
  /** At most one of these three; what is left is done in time. */
  cancelled: 0.03,
  neverDone: 0.09,
  late: 0.22,
  /** Of those never done: somebody finds so. */
  foundNotDone: 0.5,
  /** Of those that are done: they are given more time. */
  dueMoved: 0.08,
  /** Of those accepted: what is noted while they are open. */
  onChildRecord: 0.6,
  inSupervision: 0.2,
  progressNoted: 0.2,
  /** Of those reported done: somebody else looks. */
  verified: 0.9,
  /** Of those verified; what is left was not done. */
  foundDone: 0.77,
  foundPartlyDone: 0.16,
  /** Of those verified as partly or not done. */
  reopened: 0.4,
  /** Of the verifications: the owner tries it first. */
  ownerTries: 0.012,
  /** Of those verified as done: their impact is judged; and of these, at first too early. */
  impactJudged: 0.25,
  impactTooEarly: 0.25,
  /** Of the impacts judged: something became better. */
  becameBetter: 0.7,
};
