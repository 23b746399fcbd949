-- Who did it, by which channel and why, beside each entry that is no purchase; and shifts.

create or replace view reporting.desk_operation as
select o.id, o.kind, o.person, o.operator, o.operator_name, o.shift, o.at, o.booked_on, o.cash, o.subsidy, o.drawer, o.deposit,
       o.channel, o.card_issue, o.undoes, o.remark, o.first_number, o.last_number
  from cards.operation o;

create view reporting.desk_entry as
select m.booked_on, m.number, m.at, m.booked_at, coalesce(m.account, o.person) as account, m.kind, m.category, m.undoes, m.cash, m.subsidy, m.drawer,
       m.deposit, m.fee, m.cash_after, m.subsidy_after, coalesce(o.operator, m.desk, 0) as operator, o.operator_name,
       coalesce(o.channel, 'OTHER') as channel, o.remark, o.shift, o.id as operation, o.card_issue
  from reporting.movement m
  left join cards.operation o
         on o.id = (select case when n.last_number >= m.number then n.id end
                      from cards.operation n
                     where n.first_number <= m.number
                     order by n.first_number desc
                     limit 1);
comment on view reporting.desk_entry is 'Entries that are no purchases with what was noted at the desk, for reports.';
comment on column reporting.desk_entry.operator is '0: the platform itself.';
comment on column reporting.desk_entry.operation is 'Null where the platform did it by itself.';

create view reporting.shift as
select s.id, s.operator, s.operator_name, s.opened_at, s.opening_cash, s.closed_at, s.counted_cash, s.expected_cash, s.remark
  from cards.shift s;
comment on view reporting.shift is 'The shifts of cashiers, for reports.';
grant select on reporting.desk_entry, reporting.shift to ${report};
