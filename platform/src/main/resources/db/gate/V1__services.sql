-- The services that terminals talk to, beside each other on ports of their own.

create table gate.service (
    id         int     generated always as identity primary key,
    kind       text    not null check (kind in ('AUTHORIZATION', 'COLLECTION')),
    standard   boolean not null,
    name       text    check (char_length(name) between 1 and 60),
    port       int     unique check (port between 1 and 65535),
    running    boolean not null,
    everybody  boolean not null,
    version    int     not null check (version > 0),
    check (standard or (name is not null and port is not null))
);
create unique index service_standard on gate.service (kind) where standard;
comment on table gate.service is 'Instances of the online trade service (8002) and of the record service (8001).';
comment on column gate.service.standard is 'There from the beginning, one of each kind; it cannot be removed.';
comment on column gate.service.name is 'Null: the default instance keeps the name the console gives it.';
comment on column gate.service.port is 'UDP port; null: the one the platform was started with.';
comment on column gate.service.running is 'Whether it shall run; it does so again after a restart of the platform.';
comment on column gate.service.everybody is 'Whether it serves every terminal; else those of gate.service_terminal.';
comment on column gate.service.version is 'Raised by every edit (ETag).';

create table gate.service_terminal (
    service  int not null references gate.service on delete cascade,
    terminal int not null references terminals.terminal,
    primary key (service, terminal)
);
create index service_terminal_terminal on gate.service_terminal (terminal);
comment on table gate.service_terminal is 'The terminals that are ticked for an instance which does not serve every one (M-203).';

insert into gate.service (kind, standard, running, everybody, version)
values ('AUTHORIZATION', true, true, true, 1), ('COLLECTION', true, true, true, 1);

grant usage on schema gate to ${app};
grant select, insert, update, delete on gate.service, gate.service_terminal to ${app};
