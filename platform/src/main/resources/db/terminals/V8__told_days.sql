-- What terminals say they sold on each day, to be held against what is on the books.

create table terminals.told_day (
    terminal  int         not null references terminals.terminal,
    day       date        not null,
    own_day   date        not null,
    told_at   timestamptz not null,
    sales     int         not null check (sales >= 0),
    sum       bigint      not null,
    last_seq  bigint      not null,
    unsent    int         not null check (unsent >= 0),
    oldest_at timestamptz,
    primary key (terminal, day)
) with (fillfactor = 50);
comment on table terminals.told_day is 'The last that a terminal said of each day: its own count and sum (W-04), its last number, its records not yet sent.';
comment on column terminals.told_day.day is 'The day by the terminal''s own clock in the zone of the site; by ours where that clock is off by more than an hour.';
comment on column terminals.told_day.own_day is 'The day by the terminal''s own clock, whatever it shows: count and sum are of this day.';
comment on column terminals.told_day.told_at is 'When it was said, by our clock.';
comment on column terminals.told_day.sum is 'What its purchases charged, in cents.';
comment on column terminals.told_day.oldest_at is 'When the oldest record not yet sent was sold, by our clock; null: none waits.';

grant select, insert, update on terminals.told_day to ${app};

create view reporting.told_day as
select d.terminal, d.day, d.own_day, d.told_at, d.sales, d.sum, d.last_seq, d.unsent, d.oldest_at
  from terminals.told_day d;
comment on view reporting.told_day is 'What terminals said of each day.';
grant select on reporting.told_day to ${report};

create or replace view reporting.terminal as
select t.id, t.serial, t.machine_no, t.name, t.merchant, t.outlet, t.served, t.state, s.heard_at as last_heard_at,
       t.registered_at
  from terminals.terminal t
  left join terminals.terminal_sign s on s.terminal = t.id;
