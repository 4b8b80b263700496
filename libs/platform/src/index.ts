export { Open, OPEN_ROUTE } from './access/open.js';
export {
  ConfigurationProblem,
  readConfiguration,
  SETTINGS,
  type Configuration,
  type Environment,
} from './configuration/configuration.js';
export { Code } from './fields/code.js';
export { field, rule, type FieldOptions } from './fields/field.js';
export { Flag, type FlagOptions } from './fields/flag.js';
export { IsoDay } from './fields/iso-day.js';
export { codes, days, lines, ListOf, uuids, type ElementKind } from './fields/list-of.js';
export { Moment } from './fields/moment.js';
export { Part, Parts, type PartsOptions } from './fields/part.js';
export { Line, LONGEST_TEXT, Text, type TextOptions } from './fields/text.js';
export { isUuid, Uuid } from './fields/uuid.js';
export { Whole, type WholeOptions } from './fields/whole.js';
export type { ReadinessCheck } from './health/readiness-check.js';
export { allowedHosts } from './http/allowed-hosts.js';
export { createHttpApp, type HttpAppSettings } from './http/create-http-app.js';
export { strictJson } from './input/strict-json.js';
export { LARGEST_FILE, readUpload, TakesFiles, type Upload } from './input/upload.js';
export { invalidInput, type InputError } from './input/invalid-input.js';
export { validated } from './input/validated.js';
export { validationPipe } from './input/validation-pipe.js';
export { LOG_LEVELS, openLog, type Log, type LogLevel } from './log/log.js';
export { OpenApiDocument } from './open-api/open-api-document.js';
export { ApiProblem, ProblemShape } from './problem/api-problem.js';
export { Problem, type ProblemDocument, type ProblemOptions } from './problem/problem.js';
export { ProblemFilter } from './problem/problem-filter.js';
