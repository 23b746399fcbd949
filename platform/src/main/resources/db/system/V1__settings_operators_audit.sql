-- Settings, versions, nodes, operators and their sessions, the audit trail, commands that may
-- arrive twice, daily jobs.

create table system.site_setting (
    only_row             boolean     primary key default true check (only_row),
    unit_name            text        not null check (length(unit_name) <= 100),
    wording              text        not null check (wording in ('COMPANY', 'SCHOOL')),
    zone                 text        not null,
    day_start            time        not null,
    purse_order          text        not null check (purse_order in ('SUBSIDY_FIRST', 'CASH_FIRST')),
    repeat_interval_s    int         not null check (repeat_interval_s between 0 and 5940),
    repeat_free_exempt   boolean     not null,
    max_balance          bigint      not null check (max_balance > 0),
    max_balance_of       text        not null check (max_balance_of in ('SUM', 'CASH')),
    anti_nfc             boolean     not null,
    cashier_void_s       int         not null check (cashier_void_s between 0 and 86400),
    others_survive_loss  boolean     not null,
    undo_s               int         not null check (undo_s between 0 and 86400),
    session_idle_s       int         not null check (session_idle_s between 60 and 28800)
);
comment on table system.site_setting is 'The settings of the site (系统参数): one row.';
comment on column system.site_setting.unit_name is 'Full name of the using organisation, on every report and receipt (M-062); empty until the first run asked.';
comment on column system.site_setting.wording is 'Words for people: company or school (D-48).';
comment on column system.site_setting.zone is 'IANA time zone in which a day and a meal are meant.';
comment on column system.site_setting.day_start is 'When the business day begins (D-15).';
comment on column system.site_setting.purse_order is 'Which purse pays first (D-01).';
comment on column system.site_setting.repeat_interval_s is 'Least seconds between two purchases of one person; 0 is off (D-20).';
comment on column system.site_setting.repeat_free_exempt is 'Whether free mode knows no repeat interval (D-20).';
comment on column system.site_setting.max_balance is 'Cents a top-up may leave at most (D-02).';
comment on column system.site_setting.max_balance_of is 'Whether the maximum balance limits cash and subsidy together or cash alone (D-02).';
comment on column system.site_setting.anti_nfc is 'Whether emulated cards are refused (防 NFC).';
comment on column system.site_setting.cashier_void_s is 'Seconds in which a cashier may void (D-33).';
comment on column system.site_setting.others_survive_loss is 'Whether face, code and PIN go on working when the card is lost (D-36).';
comment on column system.site_setting.undo_s is 'Seconds in which a top-up at the desk can be undone.';
comment on column system.site_setting.session_idle_s is 'Seconds a signed-in operator may do nothing.';

insert into system.site_setting
values (true, '', 'SCHOOL', 'Asia/Shanghai', '00:00', 'SUBSIDY_FIRST', 5, false, 500000, 'SUM', true, 600, true, 300, 900);

create table system.version (
    what    text    primary key check (what in ('SETTINGS', 'RULES', 'MERCHANTS', 'TERMINALS')),
    number  bigint  not null
);
comment on table system.version is 'Versions of what nodes keep in memory; a node reloads what has another number than its own.';

insert into system.version values ('SETTINGS', 1), ('RULES', 1), ('MERCHANTS', 1), ('TERMINALS', 1);

create table system.node (
    number      smallint     primary key check (number between 0 and 255),
    node_key    uuid         not null unique,
    host        text         not null,
    claimed_at  timestamptz  not null
);
comment on table system.node is 'The platform processes that ever worked on this database. A number is never given to another node: it is part of every journal number.';
comment on column system.node.node_key is 'What the node keeps in its data folder to be known again.';
comment on column system.node.host is 'Name of the machine at the last start.';

create table system.master_key (
    id       int          primary key,
    proof    bytea        not null,
    made_at  timestamptz  not null
);
comment on table system.master_key is 'Which master keys sealed secrets of this database. The keys themselves lie in a file outside.';
comment on column system.master_key.proof is 'A known text sealed by the key: a node with another key refuses to start.';

create table system.operator (
    id             int          generated always as identity primary key,
    name           text         not null check (length(name) between 1 and 50),
    display_name   text         not null check (length(display_name) between 1 and 50),
    password_hash  text         not null,
    must_change    boolean      not null,
    language       text         not null check (language in ('zh-CN', 'en')),
    merchants      int[],
    active         boolean      not null default true,
    made_at        timestamptz  not null,
    revision       bigint       not null default 0
);
create unique index operator_name on system.operator (lower(name));
comment on table system.operator is 'Who works with the console (操作员).';
comment on column system.operator.name is 'What is typed at the sign-in; upper and lower case are the same.';
comment on column system.operator.display_name is 'What others read, on receipts and reports too.';
comment on column system.operator.password_hash is 'Argon2id.';
comment on column system.operator.must_change is 'Whether the next thing to do is to set a password of one''s own.';
comment on column system.operator.merchants is 'Whose rows are seen; NULL means every merchant.';
comment on column system.operator.active is 'An operator who left is never deleted: the books name them.';
comment on column system.operator.revision is 'Raised by every edit (ETag).';

create table system.role (
    name   text  primary key check (name ~ '^[A-Z][A-Z_]*$'),
    ordinal int  not null
);
comment on table system.role is 'A set of permissions with a name (角色); its words are in the message bundle.';
comment on column system.role.ordinal is 'Order in lists.';

create table system.role_permission (
    role        text  not null references system.role,
    permission  text  not null,
    primary key (role, permission)
);
comment on table system.role_permission is 'What a role may do; the names are those of the enum Permission.';

create table system.operator_role (
    operator_id  int   not null references system.operator,
    role         text  not null references system.role,
    primary key (operator_id, role)
);
comment on table system.operator_role is 'Which roles an operator has; permissions add up.';

insert into system.role values ('ADMINISTRATOR', 1), ('MANAGER', 2), ('CLERK', 3), ('ACCOUNTANT', 4);

insert into system.role_permission
select role, unnest(string_to_array(permissions, ' '))
  from (values
    ('ADMINISTRATOR', 'SEE_TODAY SEE_PURCHASES SEE_PEOPLE EDIT_PEOPLE HANDLE_CARDS TOP_UP UNDO_TOP_UP SEE_MERCHANTS EDIT_MERCHANTS EDIT_MEALS SEE_RULES EDIT_RULES SEE_TERMINALS EDIT_TERMINALS SEE_REPORTS VERIFY_BOOKS SEE_SETTINGS EDIT_SETTINGS SEE_AUDIT SEE_OPERATORS EDIT_OPERATORS'),
    ('MANAGER', 'SEE_TODAY SEE_PURCHASES SEE_PEOPLE SEE_MERCHANTS EDIT_MERCHANTS EDIT_MEALS SEE_RULES EDIT_RULES SEE_TERMINALS EDIT_TERMINALS SEE_REPORTS VERIFY_BOOKS SEE_SETTINGS SEE_AUDIT'),
    ('CLERK', 'SEE_TODAY SEE_PURCHASES SEE_PEOPLE EDIT_PEOPLE HANDLE_CARDS TOP_UP UNDO_TOP_UP SEE_MERCHANTS SEE_RULES SEE_TERMINALS'),
    ('ACCOUNTANT', 'SEE_TODAY SEE_PURCHASES SEE_PEOPLE SEE_MERCHANTS SEE_RULES SEE_REPORTS VERIFY_BOOKS SEE_AUDIT')
  ) as seed (role, permissions);

create table system.session (
    id_hash       bytea        primary key,
    operator_id   int          not null references system.operator,
    made_at       timestamptz  not null,
    last_seen_at  timestamptz  not null,
    address       text         not null
);
create index session_operator on system.session (operator_id);
comment on table system.session is 'Who is signed in. Kept here so that a restart signs nobody out and every node knows.';
comment on column system.session.id_hash is 'SHA-256 of what stands in the cookie: a copy of this table opens no session.';
comment on column system.session.last_seen_at is 'Last request, to within some seconds.';
comment on column system.session.address is 'Where the sign-in came from.';

create table system.sign_in_attempt (
    name_hash   bytea        primary key,
    failures    int          not null,
    not_before  timestamptz  not null,
    last_at     timestamptz  not null
);
comment on table system.sign_in_attempt is 'Failed sign-ins in a row, for names that exist and names that do not alike.';
comment on column system.sign_in_attempt.name_hash is 'SHA-256 of the lower-case name: people type their password into the wrong field.';
comment on column system.sign_in_attempt.not_before is 'Until then nothing is tried for this name.';

create table system.audit (
    id             bigint       generated always as identity primary key,
    at             timestamptz  not null,
    operator_id    int,
    operator_name  text         not null,
    action         text         not null,
    subject        text         not null,
    details        jsonb        not null,
    address        text
);
comment on table system.audit is 'Who changed what (操作日志). Append-only: no role may change or remove a row, and a trigger says so to the owner too.';
comment on column system.audit.operator_id is 'NULL where the platform acted by itself.';
comment on column system.audit.operator_name is 'The name as it was then; empty where the platform acted by itself.';
comment on column system.audit.action is 'What was done, room first: rules.rule-changed.';
comment on column system.audit.subject is 'What it was done to, readable.';
comment on column system.audit.details is 'What changed; never a secret.';
comment on column system.audit.address is 'Where the request came from; NULL where there was none.';

create function system.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_is_append_only before update or delete on system.audit
    for each row execute function system.refuse_change();
create trigger audit_is_never_emptied before truncate on system.audit
    for each statement execute function system.refuse_change();

create table system.idempotent_command (
    operator_id  int          not null,
    key          uuid         not null,
    body_hash    bytea        not null,
    answer       jsonb,
    at           timestamptz  not null,
    primary key (operator_id, key)
);
create index idempotent_command_at on system.idempotent_command (at);
comment on table system.idempotent_command is 'Money commands that ran, so that one that arrives twice happens once. Kept for 30 days.';
comment on column system.idempotent_command.operator_id is 'Keys are each operator''s own; 0 where the platform acted by itself.';
comment on column system.idempotent_command.body_hash is 'SHA-256 of what was asked for.';
comment on column system.idempotent_command.answer is 'What was answered; NULL only inside the transaction that runs the command.';

create table system.daily_job (
    job          text         not null,
    day          date         not null,
    node         smallint     not null,
    lease_until  timestamptz  not null,
    finished_at  timestamptz,
    primary key (job, day)
);
comment on table system.daily_job is 'Work done once a day by one node.';
comment on column system.daily_job.day is 'The day in the site''s zone the work is for.';
comment on column system.daily_job.lease_until is 'Until then the job is that node''s; after it another may begin again.';
comment on column system.daily_job.finished_at is 'NULL while it runs, or if it broke off.';

grant usage on schema system to ${app};
grant select, update on system.site_setting, system.version to ${app};
grant select, insert, update on system.node, system.operator, system.daily_job to ${app};
grant select, insert on system.master_key, system.audit to ${app};
grant select on system.role, system.role_permission to ${app};
grant select, insert, delete on system.operator_role to ${app};
grant select, insert, update, delete
   on system.session, system.sign_in_attempt, system.idempotent_command to ${app};
