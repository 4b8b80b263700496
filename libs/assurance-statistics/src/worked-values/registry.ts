import type { Adapter } from './adapter.js';
import { fleissKappaGeneralised, gwetAc } from './agreement-of-many.js';
import { allocationNeyman } from './allocation-neyman.js';
import { allocationProportional } from './allocation-proportional.js';
import { attributeSampleSize } from './attribute-sample-size.js';
import { attributeUpperLimit } from './attribute-upper-limit.js';
import { cochranQ } from './cochran-q.js';
import { cohenKappa } from './cohen-kappa.js';
import { fleissKappa } from './fleiss-kappa.js';
import { fpcSampleSize } from './fpc-sample-size.js';
import { goodman } from './goodman.js';
import { kaplanMeier } from './kaplan-meier.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { largestRemainderPercent } from './largest-remainder-percent.js';
import { leniencySignTest } from './leniency-sign-test.js';
import { percentAgreementMulti } from './percent-agreement-multi.js';
import { percentAgreement } from './percent-agreement.js';
import { raterSeverityRsm } from './rater-severity-rsm.js';
import { sha256ModuloDraw } from './sha256-modulo-draw.js';
import { sha256SortSample } from './sha256-sort-sample.js';
import { sisonGlaz } from './sison-glaz.js';
import { sprt } from './sprt.js';
import { stuartMaxwell } from './stuart-maxwell.js';
import { wilson } from './wilson.js';
import { xmr } from './xmr.js';

/** Every statistic that a file of worked values may ask for, by its name there. */
export const REGISTRY: ReadonlyMap<string, Adapter> = new Map<string, Adapter>([
  ['allocation_neyman', allocationNeyman],
  ['allocation_proportional', allocationProportional],
  ['attribute_sample_size', attributeSampleSize],
  ['attribute_upper_limit', attributeUpperLimit],
  ['cochran_q', cochranQ],
  ['cohen_kappa', cohenKappa],
  ['fleiss_kappa', fleissKappa],
  ['fleiss_kappa_generalised', fleissKappaGeneralised],
  ['fpc_sample_size', fpcSampleSize],
  ['goodman', goodman],
  ['gwet_ac', gwetAc],
  ['kaplan_meier', kaplanMeier],
  ['krippendorff_alpha', krippendorffAlpha],
  ['largest_remainder_percent', largestRemainderPercent],
  ['leniency_sign_test', leniencySignTest],
  ['percent_agreement', percentAgreement],
  ['percent_agreement_multi', percentAgreementMulti],
  ['rater_severity_rsm', raterSeverityRsm],
  ['sha256_modulo_draw', sha256ModuloDraw],
  ['sha256_sort_sample', sha256SortSample],
  ['sison_glaz', sisonGlaz],
  ['sprt', sprt],
  ['stuart_maxwell', stuartMaxwell],
  ['wilson', wilson],
  ['xmr', xmr],
]);
