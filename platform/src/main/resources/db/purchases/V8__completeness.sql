-- What the completeness board needs: which numbers were used, and what was disputed by the terminal's own day.

create view reporting.used_number as
select c.terminal, c.seq
  from purchases.claim c;
comment on view reporting.used_number is 'The numbers of terminals that have an outcome, whichever it is.';
grant select on reporting.used_number to ${report};

create or replace view reporting.follow_up as
select f.id, f.found_at, f.fate, f.reasons, f.terminal, f.merchant, f.seq, f.at, f.amount, f.account, f.number,
       f.booked_on, f.done_at, f.done_by_name, f.terminal_at
  from purchases.follow_up f;
