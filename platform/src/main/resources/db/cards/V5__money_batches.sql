-- Money for many people in one go: what was asked for, and what became of each of them.

create table cards.money_batch (
    id            int         generated always as identity primary key,
    kind          text        not null check (kind in ('CASH', 'SUBSIDY', 'CASH_REFUND', 'SUBSIDY_REFUND')),
    amount        bigint      not null check (amount > 0),
    subsidy_mode  text        not null check (subsidy_mode in ('ACCUMULATE', 'CLEAR_REPLACE')),
    subsidy_until date,
    channel       text        not null check (channel in
        ('CASH', 'BANK_CARD', 'TRANSFER', 'WECHAT', 'ALIPAY', 'PAYROLL', 'OTHER')),
    remark        text        not null check (char_length(remark) <= 200),
    department    int,
    person_group  int,
    operator      int         not null,
    operator_name text        not null,
    at            timestamptz not null,
    chunks        int         check (chunks >= 0)
);
comment on table cards.money_batch is 'Top-ups, subsidies and refunds for many people (批量充值, ID卡批量退款).';
comment on column cards.money_batch.subsidy_until is 'Last day of the granted subsidy; null: it never expires.';
comment on column cards.money_batch.department is 'For this department and everything below it; null: not chosen so.';
comment on column cards.money_batch.person_group is 'For this group; null: not chosen so.';
comment on column cards.money_batch.chunks is 'Into how many transactions it is cut; null until everybody who is meant is written down.';

create table cards.money_batch_person (
    batch        int    not null references cards.money_batch,
    person       int    not null,
    chunk        int    not null check (chunk >= 0),
    problem      text   check (char_length(problem) <= 40),
    first_number bigint,
    last_number  bigint,
    booked_on    date,
    done         boolean not null default false,
    primary key (batch, person),
    constraint done_or_refused check (done or (problem is null and first_number is null)),
    constraint refused_moves_nothing check (problem is null or first_number is null)
) with (fillfactor = 70);
create index money_batch_person_chunk on cards.money_batch_person (batch, chunk) where not done;
create index money_batch_person_refused on cards.money_batch_person (batch, person) where problem is not null;
comment on table cards.money_batch_person is 'Who is meant by a batch, cut into chunks in order of their ids; each chunk is one transaction.';
comment on column cards.money_batch_person.problem is 'Why this person got nothing; null: nothing was in the way.';
comment on column cards.money_batch_person.first_number is 'Journal number of the first entry; null while there is none.';

grant select, insert, update (chunks) on cards.money_batch to ${app};
grant select, insert, update (problem, first_number, last_number, booked_on, done) on cards.money_batch_person to ${app};

create view reporting.money_batch as
select b.id as batch, b.kind, b.amount, b.channel, b.remark, b.operator, b.operator_name, b.at, p.person, p.problem,
       p.booked_on, p.done
  from cards.money_batch b join cards.money_batch_person p on p.batch = b.id;
comment on view reporting.money_batch is 'Batches with the people in them, for reports.';
grant select on reporting.money_batch to ${report};
