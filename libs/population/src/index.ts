export { checkSample, type SampleCheck } from './check-sample.js';
export { drawOrders, drawSample, type DrawRequest } from './draw-sample.js';
export { freezeFrame, type FrozenFrame } from './freeze-frame.js';
export { PopulationImport, type ImportAnswer, type PopulationFile } from './population-import.js';
export { samplePrecision, sizesOf, type Precision, type StratumSizes } from './sample-precision.js';
