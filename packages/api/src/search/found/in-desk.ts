/**
 * Whether a reader works in a desk, or oversees all: `writes` of articles/rules.ts as a condition.
 *
 * @param deskId column of the desk.
 * @param reader placeholders as `READER` of articles/access.ts has them.
 */
export const inDesk = (deskId: string, { person, app }: { person: string; app: string }): string => `(
  ${app} = 'console' AND (
    EXISTS (SELECT FROM desk_member m WHERE m.desk_id = ${deskId} AND m.person_id = ${person})
    OR EXISTS (SELECT FROM person x WHERE x.id = ${person} AND x.role = 'admin')))`;
