-- Money batches in which everybody has amounts of their own, from a table, and the undoing of a batch.

alter table cards.money_batch
    drop constraint money_batch_kind_check,
    drop constraint money_batch_amount_check,
    add column import int references imports.import,
    add column undoes int unique references cards.money_batch,
    add constraint money_batch_kind_check check (kind in
        ('CASH', 'SUBSIDY', 'CASH_REFUND', 'SUBSIDY_REFUND', 'TOP_UP_TABLE', 'REFUND_TABLE', 'UNDO')),
    add constraint money_batch_amount_check check
        (case when kind in ('TOP_UP_TABLE', 'REFUND_TABLE', 'UNDO') then amount = 0 else amount > 0 end),
    add constraint undo_says_what check ((kind = 'UNDO') = (undoes is not null));
create unique index money_batch_import on cards.money_batch (import) where import is not null and undoes is null;
comment on column cards.money_batch.amount is 'For each of them; 0 where each has amounts of their own.';
comment on column cards.money_batch.import is 'The import from which it comes; null: from none.';
comment on column cards.money_batch.undoes is 'The batch that it takes back; null: it is none that takes back.';

alter table cards.money_batch_person
    add column row           int     not null default 0 check (row >= 0),
    add column cash          bigint  not null default 0 check (cash >= 0),
    add column subsidy       bigint  not null default 0 check (subsidy >= 0),
    add column subsidy_mode  text    not null default 'ACCUMULATE' check (subsidy_mode in ('ACCUMULATE', 'CLEAR_REPLACE')),
    add column subsidy_until date,
    add column remark        text    not null default '' check (char_length(remark) <= 200),
    add column version       bigint  check (version > 0),
    add column cleared       bigint  not null default 0 check (cleared >= 0),
    add column until_before  date,
    add column booked_at     timestamptz,
    add column undone        boolean not null default false;
update cards.money_batch_person p
   set cash = case when b.kind in ('CASH', 'CASH_REFUND') then b.amount else 0 end,
       subsidy = case when b.kind in ('SUBSIDY', 'SUBSIDY_REFUND') then b.amount else 0 end,
       subsidy_mode = b.subsidy_mode, subsidy_until = b.subsidy_until,
       booked_at = case when p.first_number is not null then b.at end
  from cards.money_batch b
 where b.id = p.batch;
alter table cards.money_batch_person
    drop constraint money_batch_person_pkey,
    add primary key (batch, person, row);
create index money_batch_person_grants on cards.money_batch_person (person, booked_at) where subsidy > 0;
create index money_batch_person_number on cards.money_batch_person (first_number) where first_number is not null;
comment on column cards.money_batch_person.row is 'The row of the table; 0 where there is none. The same person may stand in several.';
comment on column cards.money_batch_person.cash is 'How much cash; whether in or out the batch says.';
comment on column cards.money_batch_person.subsidy is 'How much subsidy; whether in or out the batch says.';
comment on column cards.money_batch_person.subsidy_until is 'Last day of the granted subsidy; null: it never expires.';
comment on column cards.money_batch_person.remark is 'A reason of its own; blank: that of the batch.';
comment on column cards.money_batch_person.version is 'The import version (导入版本号) of the row; null: not from a table.';
comment on column cards.money_batch_person.cleared is 'What of an earlier subsidy the grant cleared.';
comment on column cards.money_batch_person.until_before is 'Last day of the subsidy purse before; null: none.';
comment on column cards.money_batch_person.booked_at is 'When it was booked; null while nothing is.';
comment on column cards.money_batch_person.undone is 'Whether it was taken back by counter-entries.';
grant update (cleared, until_before, booked_at, undone) on cards.money_batch_person to ${app};

create table cards.import_version (
    person  int    not null references people.person,
    kind    text   not null check (kind in ('TOP_UP', 'REFUND')),
    version bigint not null check (version > 0),
    primary key (person, kind)
);
comment on table cards.import_version is 'The import version (导入版本号) a person had last; the next one must be greater.';
grant select, insert, update (version) on cards.import_version to ${app};

create or replace view reporting.money_batch as
select b.id as batch, b.kind, b.amount, b.channel, b.remark, b.operator, b.operator_name, b.at, p.person, p.problem,
       p.booked_on, p.done, p.row, p.cash, p.subsidy, p.undone, b.import, b.undoes
  from cards.money_batch b join cards.money_batch_person p on p.batch = b.id;
