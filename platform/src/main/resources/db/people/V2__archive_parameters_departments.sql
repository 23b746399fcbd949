-- The leavers' archive, what kind of holder somebody is, identity documents, parameters of numbers; departments that were removed.

create table people.parameter (
    only_row          boolean primary key default true check (only_row),
    number_length     smallint check (number_length between 1 and 20),
    automatic_numbers boolean  not null,
    version           int      not null default 0
);
comment on table people.parameter is 'Parameters of the personnel records: one row.';
comment on column people.parameter.number_length is 'How long person numbers are (M-070); null: any length.';
comment on column people.parameter.automatic_numbers is 'Whether a new person without a number gets the next one (M-071).';
comment on column people.parameter.version is 'Grows with every change.';
insert into people.parameter values (true, null, true);

create table people.choice (
    id   int  generated always as identity primary key,
    list text not null check (list in ('LEAVING_REASON', 'HOLDER_TYPE')),
    code text check (code ~ '^[A-Z][A-Z_]*$'),
    name text check (char_length(name) between 1 and 60),
    constraint known_or_named check (code is not null or name is not null),
    constraint one_code unique (list, code),
    constraint one_name unique (list, name)
);
comment on table people.choice is 'What can be chosen: reasons for leaving (离职类型), types of card holders (持卡人类型).';
comment on column people.choice.code is 'What came with the platform; its words are in the message bundle. Null: the site''s own.';
comment on column people.choice.name is 'As the site calls it; null: by the words of its code.';
insert into people.choice (list, code)
values ('LEAVING_REASON', 'RESIGNED'), ('LEAVING_REASON', 'DISMISSED'), ('LEAVING_REASON', 'RETIRED'),
       ('LEAVING_REASON', 'GRADUATED'), ('LEAVING_REASON', 'TRANSFERRED'), ('LEAVING_REASON', 'OTHER'),
       ('HOLDER_TYPE', 'STAFF'), ('HOLDER_TYPE', 'STUDENT'), ('HOLDER_TYPE', 'VISITOR');

alter table people.person
    add column holder_type   int references people.choice,
    add column document_type text check (document_type in ('ID_CARD', 'PASSPORT', 'TRAVEL_PERMIT', 'RESIDENCE_PERMIT', 'OTHER')),
    add column document_no   text check (char_length(document_no) between 1 and 40),
    add column left_at       timestamptz,
    add constraint whole_document check ((document_type is null) = (document_no is null));
comment on column people.person.holder_type is 'What kind of card holder (持卡人类型); null: not said.';
comment on column people.person.document_type is 'What the identity document is (证件类型); null: none.';
comment on column people.person.document_no is 'Its number.';
comment on column people.person.left_at is 'Since when the person is in the leavers'' archive (离职库); null: not there.';
create index person_sound on people.person (pinyin, person_no);
drop index people.person_pinyin;
create index person_left on people.person (left_at) where left_at is not null;
create index person_holder_type on people.person (holder_type) where holder_type is not null;

create table people.leaving (
    person        int         not null references people.person on delete cascade,
    left_at       timestamptz not null,
    reason        int         not null references people.choice,
    remark        text        not null check (char_length(remark) <= 200),
    department    int         not null,
    person_group  int,
    returned_at   timestamptz,
    primary key (person, left_at),
    constraint back_after_leaving check (returned_at >= left_at)
);
create index leaving_left_at on people.leaving (left_at desc, person desc);
create index leaving_reason on people.leaving (reason);
comment on table people.leaving is 'Who left when and why (离职库); also of those who came back.';
comment on column people.leaving.department is 'Where the person belonged then.';
comment on column people.leaving.person_group is 'The group then; null: none. Outlives the group.';
comment on column people.leaving.returned_at is 'When the person entered again (重新入职); null: still away.';

alter table people.department
    add column removed_at timestamptz,
    alter column code drop not null,
    drop constraint only_the_root_has_no_parent,
    add constraint only_the_root_has_no_parent check ((parent is null) = (code = '0' or removed_at is not null)),
    add constraint removed_has_no_code check ((code is null) = (removed_at is not null));
comment on column people.department.removed_at is 'When it was removed; it stays for the histories and reports that name it. Null: it is there.';

alter table people.department_stay
    drop constraint department_stay_person_fkey,
    add constraint department_stay_person_fkey foreign key (person) references people.person on delete cascade;
alter table people.group_stay
    drop constraint group_stay_person_fkey,
    add constraint group_stay_person_fkey foreign key (person) references people.person on delete cascade;

grant select, update on people.parameter to ${app};
grant select, insert, update, delete on people.choice to ${app};
grant select, insert, update (returned_at) on people.leaving to ${app};
grant delete on people.person to ${app};
