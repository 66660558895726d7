import { field } from '@awayday/edge'
import { addLocation } from '#application/add-location.ts'
import { addPerson } from '#application/add-person.ts'
import { addTeam } from '#application/add-team.ts'
import { grantRole, revokeRole } from '#application/change-role.ts'
import { addDepartment, changeDepartment } from '#application/departments.ts'
import { endEmployment } from '#application/end-employment.ts'
import { movePerson } from '#application/move-person.ts'
import type { DirectoryWorld as World } from '#composition/compose.ts'
import {
  addDepartmentInput,
  addLocationInput,
  addPersonInput,
  addTeamInput,
  changeDepartmentInput,
  changeRoleInput,
  endEmploymentInput,
  IMPORT_BYTES_MAX,
  importCsvInput,
  movePersonInput,
} from '#wire/inputs.ts'
import { problems } from './problems.ts'

const key = ({ input }: { readonly input: { readonly commandId: string } }) => input.commandId

const NOTHING_READ = { rows: 0, created: 0, unchanged: 0, written: 0, problems: [] }

export const mutations = {
  'Mutation.addLocation': field({
    arguments: addLocationInput,
    key,
    run: (world: World, { args: { input }, ...by }) => addLocation(world)({ ...by, input }),
    problems,
  }),
  'Mutation.addTeam': field({
    arguments: addTeamInput,
    key,
    run: (world: World, { args: { input }, ...by }) => addTeam(world)({ ...by, input }),
    problems,
  }),
  'Mutation.addDepartment': field({
    arguments: addDepartmentInput,
    key,
    run: (world: World, { args: { input }, ...by }) => addDepartment(world)({ ...by, input }),
    problems,
  }),
  'Mutation.changeDepartment': field({
    arguments: changeDepartmentInput,
    key,
    run: (world: World, { args: { input }, ...by }) => changeDepartment(world)({ ...by, input }),
    problems,
  }),
  'Mutation.addPerson': field({
    arguments: addPersonInput,
    key,
    run: (world: World, { args: { input }, ...by }) => addPerson(world)({ ...by, input }),
    problems,
  }),
  'Mutation.movePerson': field({
    arguments: movePersonInput,
    key,
    run: (world: World, { args: { input }, ...by }) => movePerson(world)({ ...by, input }),
    problems,
  }),
  'Mutation.endEmployment': field({
    arguments: endEmploymentInput,
    key,
    run: (world: World, { args: { input }, ...by }) => endEmployment(world)({ ...by, input }),
    problems,
  }),
  'Mutation.grantRole': field({
    arguments: changeRoleInput,
    key,
    run: (world: World, { args: { input }, ...by }) => grantRole(world)({ ...by, input }),
    problems,
  }),
  'Mutation.revokeRole': field({
    arguments: changeRoleInput,
    key,
    run: (world: World, { args: { input }, ...by }) => revokeRole(world)({ ...by, input }),
    problems,
  }),
  /** Files come seldom: what reads them is loaded when one does. */
  'Mutation.importDepartments': field({
    arguments: importCsvInput,
    bytesMax: IMPORT_BYTES_MAX,
    key,
    run: async (world: World, { args: { input }, ...by }) => {
      const { importDepartments } = await import('#application/csv/import-departments.ts')
      return importDepartments(world)({ ...by, input })
    },
    problems,
    refused: NOTHING_READ,
  }),
  'Mutation.importPeople': field({
    arguments: importCsvInput,
    bytesMax: IMPORT_BYTES_MAX,
    key,
    run: async (world: World, { args: { input }, ...by }) => {
      const { importPeople } = await import('#application/csv/import-people.ts')
      return importPeople(world)({ ...by, input })
    },
    problems,
    refused: NOTHING_READ,
  }),
}
