export {
  type DepartmentEvent,
  type DirectoryEvent,
  directoryEvents,
  type PersonPlace,
} from '#domain/published-facts.ts'
