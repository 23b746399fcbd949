-- Reports of money that did not move at a till: few entries among many, found by an index of their own.

create index entry_not_at_tills on ledger.entry (booked_on, number) where kind not in (3, 4, 6, 7, 12, 13);
comment on index ledger.entry_not_at_tills is 'Top-ups, subsidies, refunds and so on. A purchase writes nothing here.';
create index entry_not_at_tills_by_number on ledger.entry (number) where kind not in (3, 4, 6, 7, 12, 13);
comment on index ledger.entry_not_at_tills_by_number is 'What an undoing took back, which names it by its number.';

create view reporting.movement as
select e.booked_on, e.number, e.at, e.booked_at, e.account, e.kind, e.cause,
       case e.kind when 1 then 'TOP_UP' when 2 then 'SUBSIDY' when 5 then 'REFUND' when 8 then 'TAKE_OVER'
                   when 9 then 'EXPIRED' when 11 then 'CLEARED' when 14 then 'CARD_COST'
                   when 15 then 'CARD_COST_RETURNED' when 16 then 'CARD_COST_FORFEITED' when 17 then 'RETURNED'
                   when 10 then
                        case when e.debit > 0 and (e.debit & 7) = 0 then 'TOP_UP'
                             when e.debit > 0 then 'SUBSIDY'
                             when (e.credit & 7) = 0 then 'REFUND'
                             when (select c.kind from ledger.entry c
                                    where c.number = e.cause and c.kind not in (3, 4, 6, 7, 12, 13)
                                    limit 1) in (5, 17) then 'RETURNED'
                             else 'CLEARED' end
                   else 'OTHER' end as category,
       e.kind = 10 as undoes,
       case when e.credit > 0 and (e.credit & 7) in (0, 2) then e.cents else 0 end
       - case when e.debit > 0 and (e.debit & 7) in (0, 2) then e.cents else 0 end as cash,
       case when e.credit > 0 and (e.credit & 7) in (1, 3) then e.cents else 0 end
       - case when e.debit > 0 and (e.debit & 7) in (1, 3) then e.cents else 0 end as subsidy,
       case when e.debit < 0 and (-e.debit) >> 32 = 2 then e.cents else 0 end
       - case when e.credit < 0 and (-e.credit) >> 32 = 2 then e.cents else 0 end as drawer,
       case when e.credit < 0 and (-e.credit) >> 32 = 4 then e.cents else 0 end
       - case when e.debit < 0 and (-e.debit) >> 32 = 4 then e.cents else 0 end as deposit,
       case when e.credit < 0 and (-e.credit) >> 32 = 8 then e.cents else 0 end
       - case when e.debit < 0 and (-e.debit) >> 32 = 8 then e.cents else 0 end as fee,
       case when e.debit < 0 and (-e.debit) >> 32 = 2 then ((-e.debit) & 4294967295)::int
            when e.credit < 0 and (-e.credit) >> 32 = 2 then ((-e.credit) & 4294967295)::int end as desk,
       e.cash_after, e.subsidy_after, e.held_cash_after, e.held_subsidy_after
  from ledger.entry e
 where e.kind not in (3, 4, 6, 7, 12, 13);
comment on view reporting.movement is 'Entries that are no purchases, for reports: what came into the purses, drawers, deposits and fees; negative: went out.';
comment on column reporting.movement.category is 'What it is; an undoing is what it takes back, with the other sign.';
comment on column reporting.movement.cash is 'Into the cash purses, held cash too.';
comment on column reporting.movement.desk is 'The operator whose drawer it touches; null: none.';

create view reporting.balance as
select a.id as account, a.cash, a.subsidy, a.held_cash, a.held_subsidy, a.subsidy_until from ledger.account a;
comment on view reporting.balance is 'What the purses hold, for reports.';

create view reporting.purse_entry as
select e.booked_on, e.number, e.at, e.booked_at, e.account, e.kind, e.overdraft, e.cause,
       case when e.credit > 0 and (e.credit & 7) in (0, 2) then e.cents else 0 end
       - case when e.debit > 0 and (e.debit & 7) in (0, 2) then e.cents else 0 end as cash,
       case when e.credit > 0 and (e.credit & 7) in (1, 3) then e.cents else 0 end
       - case when e.debit > 0 and (e.debit & 7) in (1, 3) then e.cents else 0 end as subsidy,
       e.cash_after, e.subsidy_after
  from ledger.entry e
 where e.account is not null;
comment on view reporting.purse_entry is 'Every entry of a person''s purses, for reports: what came in; negative: went out.';
grant select on reporting.movement, reporting.balance, reporting.purse_entry to ${report};
