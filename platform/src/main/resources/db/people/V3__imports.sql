-- What imports did to people and departments, so that they can be undone.

create table people.person_import (
    import        int not null,
    person        int not null references people.person,
    version_after int not null,
    before        jsonb,
    primary key (import, person)
);
create index person_import_person on people.person_import (person);
comment on table people.person_import is 'What an import did to whom, so that it can be undone.';
comment on column people.person_import.version_after is 'The version of the record after the import: if it is another one now, somebody changed it since.';
comment on column people.person_import.before is 'The record before; null: there was none.';

create table people.department_import (
    import     int not null,
    department int not null references people.department,
    name_before text,
    name_after  text not null,
    primary key (import, department)
);
comment on table people.department_import is 'What an import did to which department, so that it can be undone.';
comment on column people.department_import.name_before is 'How it was called before; null: there was none.';

grant select, insert, delete on people.person_import, people.department_import to ${app};
