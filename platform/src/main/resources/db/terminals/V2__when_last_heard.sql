-- Reports show how many terminals are up.

create or replace view reporting.terminal as
select t.id, t.serial, t.machine_no, t.name, t.merchant, t.outlet, t.served, t.state, s.heard_at as last_heard_at
  from terminals.terminal t
  left join terminals.terminal_sign s on s.terminal = t.id;
comment on column reporting.terminal.last_heard_at is 'At most some seconds old; null: never.';
