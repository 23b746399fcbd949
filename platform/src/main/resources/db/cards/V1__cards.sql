-- Cards are instruments with issues; purses belong to the person. What was done at the desk is only ever added.

create table cards.account_state (
    person     int         not null primary key references people.person,
    state      text        not null check (state in ('OPEN', 'FROZEN', 'CLOSED')),
    opened_at  timestamptz not null,
    changed_at timestamptz not null
) with (fillfactor = 90);
comment on table cards.account_state is 'Whether a person can pay at all. Who has no row has no account yet.';
comment on column cards.account_state.changed_at is 'When the state changed last.';

create table cards.card_issue (
    id          int         generated always as identity primary key,
    uid         bytea       not null check (octet_length(uid) in (4, 7, 10)),
    issue_no    smallint    not null check (issue_no >= 1),
    person      int         not null references people.person,
    state       text        not null check (state in ('ISSUED', 'LOST', 'REPLACED', 'RETURNED', 'SCRAPPED')),
    valid_until date        not null,
    issued_at   timestamptz not null,
    ended_at    timestamptz,
    latest      boolean     not null,
    constraint once_a_card unique (uid, issue_no),
    constraint open_or_ended check ((ended_at is null) = (state in ('ISSUED', 'LOST'))),
    constraint open_is_latest check (latest or ended_at is not null)
);
create unique index card_issue_latest on cards.card_issue (uid) where latest;
create unique index card_issue_one_open on cards.card_issue (person) where ended_at is null;
create index card_issue_person on cards.card_issue (person);
comment on table cards.card_issue is 'Every issue of every card to a person. A card given back can be issued again.';
comment on column cards.card_issue.uid is 'The card serial (物理卡号) as the reader gives it.';
comment on column cards.card_issue.issue_no is 'The how-manieth issue of this card.';
comment on column cards.card_issue.valid_until is 'The last day on which the card is accepted.';
comment on column cards.card_issue.ended_at is 'When it was replaced, returned or scrapped; null while it is issued or lost.';
comment on column cards.card_issue.latest is 'The current issue of the card, whatever its state.';

create table cards.top_up (
    id             int         generated always as identity primary key,
    person         int         not null references people.person,
    operator       int         not null,
    operator_name  text        not null,
    at             timestamptz not null,
    booked_on      date        not null,
    first_number   bigint      not null,
    last_number    bigint      not null,
    cash           bigint      not null check (cash >= 0),
    subsidy        bigint      not null check (subsidy >= 0),
    subsidy_mode   text        not null check (subsidy_mode in ('ACCUMULATE', 'CLEAR_REPLACE')),
    cleared        bigint      not null check (cleared >= 0),
    until_before   date,
    until_after    date,
    channel        text        not null check (channel in
        ('CASH', 'BANK_CARD', 'TRANSFER', 'WECHAT', 'ALIPAY', 'PAYROLL', 'OTHER')),
    remark         text        not null check (char_length(remark) <= 200),
    cash_before    bigint      not null,
    subsidy_before bigint      not null,
    cash_after     bigint      not null,
    subsidy_after  bigint      not null,
    undo_until     timestamptz not null,
    constraint brings_something check (cash > 0 or subsidy > 0),
    constraint numbers_in_order check (first_number <= last_number)
);
create index top_up_shift on cards.top_up (operator, booked_on, id);
create index top_up_day on cards.top_up (booked_on, id);
create index top_up_person on cards.top_up (person, id);
create unique index top_up_number on cards.top_up (first_number);
comment on table cards.top_up is 'What was paid in and granted at the desk (充值, 补贴). Append-only.';
comment on column cards.top_up.operator_name is 'As others read it on that day.';
comment on column cards.top_up.booked_on is 'The day of its entries in the journal.';
comment on column cards.top_up.first_number is 'Journal number of its first entry.';
comment on column cards.top_up.last_number is 'Journal number of its last entry.';
comment on column cards.top_up.cleared is 'What of an earlier subsidy the grant cleared.';
comment on column cards.top_up.until_before is 'Last day of the subsidy purse before; null: none.';
comment on column cards.top_up.until_after is 'Last day of the subsidy purse after; null: none.';
comment on column cards.top_up.subsidy_before is 'What of the subsidy could be spent before.';
comment on column cards.top_up.subsidy_after is 'What of the subsidy could be spent after.';
comment on column cards.top_up.undo_until is 'Until when it can be undone.';

create table cards.top_up_undo (
    top_up        int         not null primary key references cards.top_up,
    operator      int         not null,
    operator_name text        not null,
    at            timestamptz not null,
    booked_on     date        not null,
    first_number  bigint      not null unique,
    last_number   bigint      not null
);
comment on table cards.top_up_undo is 'Top-ups that were taken back by counter-entries. Append-only.';

grant usage on schema cards to ${app};
grant select, insert, update (state, changed_at) on cards.account_state to ${app};
grant select, insert, update (state, valid_until, ended_at, latest) on cards.card_issue to ${app};
grant select, insert on cards.top_up, cards.top_up_undo to ${app};

create view reporting.top_up as
select t.id, t.person, t.operator, t.operator_name, t.at, t.booked_on, t.cash, t.subsidy, t.channel, t.remark,
       u.at as undone_at, u.booked_on as undone_on
  from cards.top_up t left join cards.top_up_undo u on u.top_up = t.id;
comment on view reporting.top_up is 'The top-ups for reports.';
grant select on reporting.top_up to ${report};
