-- What lists of purchases and the figure "the books balance" need.

create index refused_by_account on purchases.purchase (account, booked_on, number) where result <> 0;
comment on index purchases.refused_by_account is 'Why was it refused: a few per cent of the rows, so the hot path hardly feels it.';

create index purchase_by_account on purchases.purchase using brin (account int4_bloom_ops) with (autosummarize = on);
comment on index purchases.purchase_by_account is 'A person''s purchases: filters per range of pages, made after the fact, so that inserting costs nothing.';

create index takings_by_booking on purchases.takings (booked_on);
comment on index purchases.takings_by_booking is 'Reports by booking day; written once per row of the roll-up, since no key ever changes.';

create table purchases.books_state (
    only_row             boolean     not null primary key default true check (only_row),
    checked_at           timestamptz not null,
    difference           bigint      not null,
    entries              bigint      not null,
    as_of                text        not null,
    bad_check            text,
    bad_values           jsonb,
    verified_at          timestamptz,
    verified_bad_check   text,
    verified_bad_values  jsonb,
    constraint bad_has_values check ((bad_check is null) = (bad_values is null)),
    constraint verified_bad_has_values check ((verified_bad_check is null) = (verified_bad_values is null))
) with (fillfactor = 50);
comment on table purchases.books_state is 'What was last seen of the books, by whichever node looked last: one row.';
comment on column purchases.books_state.difference is 'The sum over all accounts; zero when the books balance.';
comment on column purchases.books_state.entries is 'How many entries were added up.';
comment on column purchases.books_state.as_of is 'The newest of them, as people read it.';
comment on column purchases.books_state.bad_check is 'The check that the first bad entry does not pass; null: none is known.';
comment on column purchases.books_state.bad_values is 'What the sentence about it names.';
comment on column purchases.books_state.verified_at is 'When everything was last added up anew; null: never.';
comment on column purchases.books_state.verified_bad_check is 'What that found; it stands until the next time. Null: nothing.';
comment on column purchases.books_state.verified_bad_values is 'What the sentence about it names.';

grant select, insert, update on purchases.books_state to ${app};

create view reporting.books as
select checked_at, difference, entries, as_of,
       coalesce(verified_bad_check, bad_check) as bad_check,
       coalesce(verified_bad_values, bad_values)::text as bad_values
  from purchases.books_state;
comment on view reporting.books is 'Whether the books balance, as last seen.';
grant select on reporting.books to ${report};

create or replace view reporting.purchase as
select p.number, p.booked_on, p.seq, p.at, p.terminal_at, p.booked_at, p.business_day, p.terminal, p.merchant, p.outlet,
       p.account, p.card_issue, p.department, p.person_group, p.meal, p.kind, p.result, p.mode, p.keyed, p.gross, p.discount,
       p.surcharge, p.net, p.cash, p.subsidy, p.cash_after, p.subsidy_after, p.rule, p.limit_window, p.limit_value, p.used,
       p.left_over, p.undoes, (v.purchase is not null) as voided, p.undoes_on
  from purchases.purchase p
  left join purchases.voided v on v.purchase = p.number;
