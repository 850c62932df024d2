/** Requests for what enterprises and agencies have beside sends: business units, users, roles, clients. */
import type { WorkflowSnippet } from './snippet.ts';

/** What every account says of itself, from the name on. */
const particulars = `    <Name>\${3:South}</Name>
    <Email>\${4:south@example.com}</Email>
    <FromName>\${5:South}</FromName>
    <BusinessName>\${6:South Ltd}</BusinessName>
    <Address>\${7:1 Main St}</Address>
    <City>\${8:Indianapolis}</City>
    <State>\${9:IN}</State>
    <Zip>\${10:46204}</Zip>
    <Country>\${11:US}</Country>
    <IsActive>1</IsActive>`;

export const accounts: readonly WorkflowSnippet[] = [
  {
    row: 'G2',
    guide: 'createBusinessUnit',
    title: 'Create a business unit',
    about: 'Below another one, with its own name and address.',
    body: `# @bu \${1:100}
<CreateRequest>
  <Options/>
  <Objects xsi:type="BusinessUnit">
    <CustomerKey>\${2:south}</CustomerKey>
    <AccountType>BUSINESS_UNIT</AccountType>
    <ParentID>\${1:100}</ParentID>
${particulars}
    <MasterUnsubscribeBehavior>\${12|BUSINESS_UNIT_ONLY,ENTIRE_ENTERPRISE|}</MasterUnsubscribeBehavior>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'G2',
    guide: 'changeBusinessUnit',
    title: 'Change a business unit',
    about: 'What is not written stays as it is.',
    body: `<UpdateRequest>
  <Options/>
  <Objects xsi:type="BusinessUnit">
    <ID>\${1:100002}</ID>
    <AccountType>BUSINESS_UNIT</AccountType>
    <Name>\${2:South}</Name>
  </Objects>
</UpdateRequest>`,
  },
  {
    row: 'G2',
    guide: 'deleteBusinessUnit',
    title: 'Delete a business unit',
    about: 'It goes with all that it owns, and does not come back.',
    body: `# @note The business unit \${1:100002} goes with all that it owns, and does not come back.
<DeleteRequest>
  <Options/>
  <Objects xsi:type="BusinessUnit">
    <ID>\${1:100002}</ID>
    <AccountType>BUSINESS_UNIT</AccountType>
  </Objects>
</DeleteRequest>`,
  },
  {
    row: 'G2',
    guide: 'createUser',
    title: 'Create a user',
    about: 'In a business unit, with a role. The password is asked for, and written nowhere.',
    body: `# @prompt password 12 characters or more, with digits and special characters
<CreateRequest>
  <Options/>
  <Objects xsi:type="AccountUser">
    <CustomerKey>\${1:ana}</CustomerKey>
    <UserID>\${1:ana}</UserID>
    <Password>{{password}}</Password>
    <Name>\${2:Ana}</Name>
    <Email>\${3:ana@example.com}</Email>
    <MustChangePassword>true</MustChangePassword>
    <ActiveFlag>true</ActiveFlag>
    <Delete>0</Delete>
    <IsAPIUser>\${4|false,true|}</IsAPIUser>
    <NotificationEmailAddress>\${3:ana@example.com}</NotificationEmailAddress>
    <DefaultBusinessUnit>\${5:100002}</DefaultBusinessUnit>
    <AssociatedBusinessUnits>
      <BusinessUnit><ID>\${5:100002}</ID><AccountType>BUSINESS_UNIT</AccountType></BusinessUnit>
    </AssociatedBusinessUnits>
    <Roles>
      <Role><CustomerKey>\${6:role-sender}</CustomerKey></Role>
    </Roles>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'G2',
    guide: 'setUserRoles',
    title: 'Set the roles of a user',
    about: 'The roles that are written take the place of those that were.',
    body: `<UpdateRequest>
  <Options/>
  <Objects xsi:type="AccountUser">
    <CustomerKey>\${1:ana}</CustomerKey>
    <UserID>\${1:ana}</UserID>
    <Name>\${2:Ana}</Name>
    <Email>\${3:ana@example.com}</Email>
    <Delete>0</Delete>
    <AssociatedBusinessUnits>
      <BusinessUnit><ID>\${4:100002}</ID><AccountType>BUSINESS_UNIT</AccountType></BusinessUnit>
    </AssociatedBusinessUnits>
    <Roles>
      <Role><CustomerKey>\${5:role-sender}</CustomerKey></Role>
    </Roles>
  </Objects>
</UpdateRequest>`,
  },
  {
    row: 'G2',
    guide: 'createRole',
    title: 'Create a role',
    about: 'With what it permits: no more than its users need.',
    body: `<CreateRequest>
  <Options/>
  <Objects xsi:type="Role">
    <CustomerKey>\${1:role-sender}</CustomerKey>
    <Name>\${2:Sender}</Name>
    <IsPrivate>false</IsPrivate>
    <PermissionSets>
      <PermissionSet>
        <Name>\${3:Email}</Name>
        <IsAllowed>true</IsAllowed>
        <Permissions>
          <Permission>
            <ObjectType>\${3:Email}</ObjectType>
            <Operation>\${4:Create}</Operation>
            <IsAllowed>true</IsAllowed>
          </Permission>
        </Permissions>
      </PermissionSet>
    </PermissionSets>
  </Objects>
</CreateRequest>`,
  },
  {
    row: 'G3',
    guide: 'createAgencyClient',
    title: 'Create an agency client',
    about: 'An account of a client, below that of the agency.',
    body: `# @bu \${1:100}
<CreateRequest>
  <Options/>
  <Objects xsi:type="Account">
    <CustomerKey>\${2:client}</CustomerKey>
    <AccountType>\${12|PRO_CONNECT_CLIENT,LP_MEMBER,DOTO_MEMBER|}</AccountType>
    <ParentID>\${1:100}</ParentID>
${particulars}
    <IsTestAccount>false</IsTestAccount>
  </Objects>
</CreateRequest>`,
  },
];
