import { RELATIONSHIPS, ROLES, type Relationship, type Role } from '#audit-cycle';
import { Code, codes, IsoDay, Line, ListOf, Parts, Text, Uuid } from '#platform';

export class NameBody {
  @Line({ about: 'As people call them.' }) name!: string;
  @Line({ optional: true, about: "As the case system's lists write it; matched exactly." })
  caseSystemName?: string;
}

export class MembershipBody {
  @Line() team!: string;
  @IsoDay() from!: string;
  @IsoDay({ optional: true, about: 'The last day; left out while it lasts.' }) to?: string;
}

export class LineManagerBody {
  @Uuid() manager!: string;
  @IsoDay() from!: string;
  @IsoDay({ optional: true, about: 'The last day; left out while it lasts.' }) to?: string;
}

export class JoinBody extends NameBody {
  @IsoDay({ about: 'The first day.' }) on!: string;
  @ListOf(codes(ROLES), { max: ROLES.length, optional: true }) roles?: Role[];
  @Parts(() => MembershipBody, { max: 50, optional: true }) memberships?: MembershipBody[];
  @Parts(() => LineManagerBody, { max: 50, optional: true }) lineManagers?: LineManagerBody[];
}

export class RolesBody {
  @ListOf(codes(ROLES), { max: ROLES.length, about: 'All roles from now on; none takes every role away.' })
  roles!: Role[];
}

export class ConflictBody {
  @Line({ max: 100, about: "The authority's id of the child." }) child!: string;
  @Code(RELATIONSHIPS) relationship!: Relationship;
  @Text({ optional: true }) explanation?: string;
}

export class DayBody {
  @IsoDay() on!: string;
}
