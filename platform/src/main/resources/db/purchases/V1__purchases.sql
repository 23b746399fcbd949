-- What terminals asked and what was decided. Claims and journal rows are only inserted.

create table purchases.claim (
    seq       bigint   not null check (seq between 1 and 4294967295),
    number    bigint   not null,
    terminal  int      not null,
    booked_on date     not null,
    primary key (terminal, seq)
);
comment on table purchases.claim is 'The numbers that were used, for ever: one row per (terminal, sequence), written with the outcome. Never deleted.';
comment on column purchases.claim.terminal is 'The terminal''s id, which stands for its serial number.';
comment on column purchases.claim.number is 'Journal number of the outcome in purchases.purchase.';

create table purchases.purchase (
    number        bigint      not null,
    seq           bigint      not null,
    at            timestamptz not null,
    terminal_at   timestamptz,
    booked_at     timestamptz not null,
    keyed         bigint      not null,
    gross         bigint      not null,
    discount      bigint      not null,
    surcharge     bigint      not null,
    net           bigint      not null,
    cash          bigint      not null,
    subsidy       bigint      not null,
    cash_after    bigint,
    subsidy_after bigint,
    limit_value   bigint,
    used          bigint,
    left_over     bigint,
    undoes        bigint,
    booked_on     date        not null,
    business_day  date        not null,
    undoes_on     date,
    terminal      int         not null,
    merchant      int         not null,
    outlet        int,
    account       int,
    account_version int,
    card_issue    int,
    department    int,
    meal          int,
    rule          int,
    surcharge_rule int,
    person_group  int,
    kind          smallint    not null check (kind between 1 and 5),
    result        smallint    not null check (result between 0 and 99),
    mode          smallint    not null check (mode between 0 and 9),
    limit_window  smallint,
    instrument_kind smallint  not null,
    instrument    bytea       not null,
    primary key (booked_on, number),
    constraint parts_make_the_whole check (net = cash + subsidy and net = gross - discount + surcharge),
    constraint refused_costs_nothing check (result = 0 or (gross = 0 and net = 0 and cash = 0 and subsidy = 0))
) partition by range (booked_on);
comment on table purchases.purchase is 'The purchase journal: every decided request, refusals too, and every void as a row with negative amounts.';
comment on column purchases.purchase.number is 'Strand (11 bits), tray (38), position (14); the platform number shown at the terminal.';
comment on column purchases.purchase.at is 'Transaction time: arrival of the first copy.';
comment on column purchases.purchase.terminal_at is 'The terminal''s clock; null on rows no terminal dated.';
comment on column purchases.purchase.keyed is 'The amount asked for; what a repeat is compared with.';
comment on column purchases.purchase.cash_after is 'Cash purse after it; null without an account.';
comment on column purchases.purchase.limit_value is 'The limit that refused it; with used, left_over and limit_window; null otherwise.';
comment on column purchases.purchase.undoes is 'On a void: the journal number of the purchase; null where nothing had been charged.';
comment on column purchases.purchase.outlet is 'Null where the merchant has no outlets.';
comment on column purchases.purchase.account is 'The person; null where nobody was recognised.';
comment on column purchases.purchase.meal is 'Null: outside every meal (其他).';
comment on column purchases.purchase.rule is 'The rule that refused or priced it; null: none.';
comment on column purchases.purchase.surcharge_rule is 'The rule to whose account the surcharge went; null: no surcharge.';
comment on column purchases.purchase.kind is '1 online, 2 record, 3 void, 4 correction, 5 back-entry.';
comment on column purchases.purchase.result is '0 taken (or voided), else the code of the refusal.';
comment on column purchases.purchase.mode is '1 free amount, 2 fixed amount, 3 count.';
comment on column purchases.purchase.limit_window is '1 purchase, 2 meal, 3 day, 4 week, 5 month.';
comment on column purchases.purchase.instrument_kind is '1 card, 2 emulated card, 3 face, 4 number and PIN, 5 QR; 0 on voids.';

create index purchase_by_time on purchases.purchase using brin (booked_at);

create table purchases.voided (
    purchase bigint not null primary key,
    number   bigint not null,
    booked_on date  not null
);
comment on table purchases.voided is 'Which purchases were taken back, and by which journal row. A purchase is voided once.';

create table purchases.usage (
    account     int      not null primary key,
    last_at     bigint   not null default 0,
    before_last bigint   not null default 0,
    counters    bigint[] not null default '{}'
) with (fillfactor = 70);
comment on table purchases.usage is 'What each account used up of the limits that count for it; read and written under the account lock.';
comment on column purchases.usage.last_at is 'The last purchase, microseconds since 1970, for the repeat interval; 0: none.';
comment on column purchases.usage.before_last is 'The one before it, to go back to when the last one is voided.';
comment on column purchases.usage.counters is 'Fives of limit, first day of its window (days since 1970), meal, count, net cents.';

create table purchases.takings (
    business_day date     not null,
    booked_on    date     not null,
    terminal     int      not null,
    merchant     int      not null,
    meal         int      not null,
    kind         smallint not null,
    strand       smallint not null,
    count        bigint   not null,
    gross        bigint   not null,
    discount     bigint   not null,
    net          bigint   not null,
    cash         bigint   not null,
    subsidy      bigint   not null,
    declined     bigint   not null,
    primary key (business_day, booked_on, merchant, terminal, meal, kind, strand)
) with (fillfactor = 50);
comment on table purchases.takings is 'Roll-up of the purchase journal, kept in the same commit. The strand keeps nodes from sharing a row.';
comment on column purchases.takings.meal is '0: outside every meal.';
comment on column purchases.takings.count is 'Purchases less voids.';

create function purchases.prepare_month(p_day date) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as
$$
    select ledger.month_partition('purchases.purchase', p_day)
$$;

revoke all on all functions in schema purchases from public;
grant usage on schema purchases to ${app};
grant select, insert on purchases.claim, purchases.purchase, purchases.voided to ${app};
grant select, insert, update on purchases.usage, purchases.takings to ${app};
grant execute on function purchases.prepare_month(date) to ${app};

create view reporting.takings as
select business_day, booked_on, merchant, terminal, nullif(meal, 0) as meal, kind, sum(count) as count, sum(gross) as gross,
       sum(discount) as discount, sum(net) as net, sum(cash) as cash, sum(subsidy) as subsidy, sum(declined) as declined
  from purchases.takings
 group by business_day, booked_on, merchant, terminal, meal, kind;
comment on view reporting.takings is 'Takings by day, terminal, merchant, meal and kind.';

create view reporting.purchase as
select p.number, p.booked_on, p.seq, p.at, p.terminal_at, p.booked_at, p.business_day, p.terminal, p.merchant, p.outlet,
       p.account, p.card_issue, p.department, p.person_group, p.meal, p.kind, p.result, p.mode, p.keyed, p.gross, p.discount,
       p.surcharge, p.net, p.cash, p.subsidy, p.cash_after, p.subsidy_after, p.rule, p.limit_window, p.limit_value, p.used,
       p.left_over, p.undoes, (v.purchase is not null) as voided
  from purchases.purchase p
  left join purchases.voided v on v.purchase = p.number;
comment on view reporting.purchase is 'The purchase journal for reports.';
grant select on reporting.takings, reporting.purchase to ${report};
