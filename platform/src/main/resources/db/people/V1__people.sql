-- Who eats here. Texts that are compared or sorted have the C collation, so that any database server answers alike.

create table people.department (
    id     int  generated always as identity primary key,
    code   text collate "C" not null unique constraint code_by_the_rule check (code ~ '^0([0-9]{2}){0,8}$' and code !~ '^0([0-9]{2})*00'),
    name   text not null check (char_length(name) <= 60),
    parent int  references people.department,
    constraint only_the_root_has_no_parent check ((parent is null) = (code = '0')),
    constraint unique_among_siblings unique (parent, name)
);
comment on table people.department is 'The tree of departments (部门, 班级); the root is the unit itself.';
comment on column people.department.code is 'Root 0; a child appends two digits 01 to 99 to its parent''s code.';
comment on column people.department.name is 'Empty at the root as long as it is called by the unit''s full name.';
comment on column people.department.parent is 'Null at the root only.';
insert into people.department (code, name) values ('0', '');

create table people.person_group (
    id      int      generated always as identity primary key,
    code    text     collate "C" not null unique check (char_length(code) between 1 and 20),
    name    text     not null unique check (char_length(name) between 1 and 60),
    value   smallint not null unique check (value between 0 and 255),
    version int      not null default 0
);
comment on table people.person_group is 'The groups (分组) by which rules, terminals and imports name people.';
comment on column people.person_group.value is 'Unique number without any money meaning (分组数值).';
comment on column people.person_group.version is 'Grows with every change.';

create table people.person (
    id            int  generated always as identity primary key,
    person_no     text collate "C" not null unique check (person_no ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
    name          text not null check (char_length(name) between 1 and 60),
    pinyin        text collate "C" not null,
    initials      text collate "C" not null,
    name_parts    text[] not null,
    department    int  not null references people.department,
    person_group  int  references people.person_group,
    phone         text check (char_length(phone) between 1 and 20),
    face_enrol_no text collate "C" not null unique check (char_length(face_enrol_no) between 1 and 20),
    version       int  not null default 0,
    entered_at    timestamptz not null
);
create index person_pinyin on people.person (pinyin);
create index person_initials on people.person (initials);
create index person_name_parts on people.person using gin (name_parts);
create index person_department on people.person (department, person_no);
create index person_person_group on people.person (person_group, person_no) where person_group is not null;
create index person_numeric_no on people.person (char_length(person_no), person_no) where person_no ~ '^[0-9]+$';
comment on table people.person is 'The personnel records (人事资料).';
comment on column people.person.id is 'For ever; the number of the person''s account is the same.';
comment on column people.person.person_no is 'Unique number in the system (工号, 学号).';
comment on column people.person.pinyin is 'How the name sounds, without tones and spaces.';
comment on column people.person.initials is 'The first letters of how it sounds.';
comment on column people.person.name_parts is 'Every part of the name up to four characters long, to be found by.';
comment on column people.person.person_group is 'Null: no group, and no rules but the site''s.';
comment on column people.person.phone is 'Null: not known.';
comment on column people.person.face_enrol_no is 'The number under which a face is pushed (人脸登记号); filled from the person number.';
comment on column people.person.version is 'Grows with every change.';

create table people.department_stay (
    person     int         not null references people.person,
    since      timestamptz not null,
    until      timestamptz,
    department int         not null references people.department,
    primary key (person, since),
    constraint ends_after_it_began check (until >= since)
);
comment on table people.department_stay is 'Which department a person belonged to, and when.';
comment on column people.department_stay.until is 'Null: still.';

create table people.group_stay (
    person       int         not null references people.person,
    since        timestamptz not null,
    until        timestamptz,
    person_group int,
    primary key (person, since),
    constraint ends_after_it_began check (until >= since)
);
comment on table people.group_stay is 'Which group a person belonged to, and when. Outlives the group.';
comment on column people.group_stay.until is 'Null: still.';
comment on column people.group_stay.person_group is 'Null: no group.';

grant usage on schema people to ${app};
grant select, insert, update on people.department, people.person to ${app};
grant select, insert, update, delete on people.person_group to ${app};
grant select, insert, update (until) on people.department_stay, people.group_stay to ${app};

create view reporting.department as
select d.id, d.code, d.name, d.parent from people.department d;
comment on view reporting.department is 'The departments for reports.';
create view reporting.person_group as
select g.id, g.code, g.name, g.value from people.person_group g;
comment on view reporting.person_group is 'The groups for reports.';
create view reporting.person as
select p.id, p.person_no, p.name, p.pinyin, p.department, p.person_group from people.person p;
comment on view reporting.person is 'The people for reports; without phone numbers.';
grant select on reporting.department, reporting.person_group, reporting.person to ${report};
