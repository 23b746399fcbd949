-- Which terminal stands where, with which key, and when it was last heard.

create table terminals.terminal (
    id            int         generated always as identity primary key,
    serial        text        not null unique check (serial ~ '^[A-Za-z0-9._-]{4,32}$'),
    machine_no    smallint    unique check (machine_no between 1 and 999),
    name          text        not null check (char_length(name) between 1 and 60),
    merchant      int         not null references merchants.merchant,
    outlet        int         references merchants.outlet,
    served        boolean     not null,
    state         text        not null check (state in ('ACTIVE', 'REVOKED')),
    version       int         not null check (version > 0),
    registered_at timestamptz not null
);
create index terminal_merchant on terminals.terminal (merchant);
create index terminal_outlet on terminals.terminal (outlet);
comment on table terminals.terminal is 'Registered payment terminals (消费机). None is ever deleted: purchases name them.';
comment on column terminals.terminal.serial is 'Identifies the terminal for ever (M-041).';
comment on column terminals.terminal.machine_no is 'What people call it (机号); null beyond 999 terminals (D-27).';
comment on column terminals.terminal.outlet is 'At which window it stands; null if that does not matter.';
comment on column terminals.terminal.served is 'Whether the authorisation service answers it (M-203).';
comment on column terminals.terminal.version is 'Raised by every edit (ETag).';

create table terminals.terminal_key (
    terminal   int         not null references terminals.terminal,
    number     int         not null check (number > 0),
    sealed     bytea       not null,
    made_at    timestamptz not null,
    used_at    timestamptz,
    retired_at timestamptz,
    primary key (terminal, number)
);
comment on table terminals.terminal_key is 'The keys of terminals, sealed by the master key.';
comment on column terminals.terminal_key.number is 'Counts the keys of a terminal.';
comment on column terminals.terminal_key.used_at is 'When a session was first opened with it; null: never.';
comment on column terminals.terminal_key.retired_at is 'From then on it opens nothing; null: it is good.';

create table terminals.terminal_place (
    terminal int         not null references terminals.terminal,
    since    timestamptz not null,
    merchant int         not null references merchants.merchant,
    outlet   int         references merchants.outlet,
    primary key (terminal, since)
);
comment on table terminals.terminal_place is 'Where a terminal stood, from a moment until the next row.';

create table terminals.terminal_sign (
    terminal        int         primary key references terminals.terminal,
    heard_at        timestamptz not null,
    address         text        not null,
    bought_at       timestamptz,
    reported_at     timestamptz,
    clock_offset_ms bigint,
    firmware        text,
    last_seq        bigint,
    unsent          int,
    last_error      text
);
comment on table terminals.terminal_sign is 'The last signs of life, written every few seconds for all terminals at once.';
comment on column terminals.terminal_sign.bought_at is 'Last accepted purchase; null: none yet.';
comment on column terminals.terminal_sign.reported_at is 'Last heartbeat; the columns after it are what it said. Null: none yet.';
comment on column terminals.terminal_sign.clock_offset_ms is 'How far the terminal''s clock is ahead of ours.';
comment on column terminals.terminal_sign.last_seq is 'Last number it drew.';
comment on column terminals.terminal_sign.unsent is 'Records waiting at the terminal.';

create table terminals.knock (
    identity text        primary key check (char_length(identity) between 1 and 64),
    address  text        not null,
    times    bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null
);
comment on table terminals.knock is 'Who tried to come in under a name that is not registered. Only the latest few are kept.';

grant usage on schema terminals to ${app};
grant select, insert, update on terminals.terminal, terminals.terminal_key to ${app};
grant select, insert on terminals.terminal_place to ${app};
grant select, insert, update, delete on terminals.terminal_sign, terminals.knock to ${app};

create view reporting.terminal as
select t.id, t.serial, t.machine_no, t.name, t.merchant, t.outlet, t.served, t.state
  from terminals.terminal t;
comment on view reporting.terminal is 'The terminals for reports.';
grant select on reporting.terminal to ${report};
