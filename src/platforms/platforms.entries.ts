/** What happens at platforms, for the journal. Scope: the platform. */
declare module '../core/journal/entry' {
  interface Entries {
    'platform.created': Record<string, never>;
    'platform.edited': { revision: number };
    'platform.translated': { locale: string };
    'stakeholder_group.translated': { locale: string };
    'platform.organisation_added': { organisationId: string; convener: boolean };
    'platform.organisation_dropped': { organisationId: string };
    'platform.groups_expected': { added: string[]; dropped: string[] };
    'membership.asked': AboutMember;
    'membership.accepted': AboutMember;
    'membership.declined': AboutMember;
    'membership.left': AboutMember;
    'membership.removed': AboutMember;
    'host.appointed': AboutMember;
    'host.dismissed': AboutMember;
    'invitation.opened': Record<string, never>;
    'invitation.renewed': Record<string, never>;
    'invitation.withdrawn': Record<string, never>;
    'invitation.accepted': AboutMember;
    'invitation.declined': Record<string, never>;
  }
}

export interface AboutMember {
  personId: string;
}

/** Entries about one person at one platform. */
export type MemberEntryName =
  | `membership.${'asked' | 'accepted' | 'declined' | 'left' | 'removed'}`
  | `host.${'appointed' | 'dismissed'}`;
