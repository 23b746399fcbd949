-- The card centre: loss and deposits of cards, what every desk did, held balances, shifts, and its parameters.

alter table cards.card_issue
    add column lost_at timestamptz,
    add column deposit bigint not null default 0 check (deposit >= 0);
update cards.card_issue set lost_at = issued_at where state = 'LOST';
alter table cards.card_issue add constraint lost_has_its_time check (state <> 'LOST' or lost_at is not null);
comment on column cards.card_issue.lost_at is 'When the loss was reported; null while it was not, and after the report was taken back.';
comment on column cards.card_issue.deposit is 'What of the card''s cost is kept for its holder.';
grant update (lost_at, deposit) on cards.card_issue to ${app};

create index account_state_frozen on cards.account_state (person) where state = 'FROZEN';

create table cards.parameter (
    only_row             boolean  not null primary key default true check (only_row),
    version              int      not null default 0,
    top_up_at_issue      boolean  not null default true,
    default_cash         bigint   not null default 0 check (default_cash between 0 and 100000000),
    default_subsidy      bigint   not null default 0 check (default_subsidy between 0 and 100000000),
    subsidy_days         int      check (subsidy_days between 1 and 3660),
    card_years           int      not null default 10 check (card_years between 1 and 50),
    generated_numbers    boolean  not null default false,
    grey_days            int      not null default 0 check (grey_days between 0 and 365),
    opens_when_complete  boolean  not null default true,
    card_cost            bigint   not null default 0 check (card_cost between 0 and 1000000),
    card_fee             bigint   not null default 0 check (card_fee between 0 and card_cost),
    subsidy_at_close     text     not null default 'FUND' check (subsidy_at_close in ('FUND', 'PAY_OUT')),
    correction_hours     int      not null default 24 check (correction_hours between 0 and 8760),
    shift_required       boolean  not null default false,
    quick_amounts        bigint[] not null default '{2000,5000,10000,20000,50000}' check (cardinality(quick_amounts) between 1 and 8)
);
insert into cards.parameter default values;
comment on table cards.parameter is 'The parameters of the card centre (系统参数): one row, read by every operation, so that a change holds at once.';
comment on column cards.parameter.version is 'Grows with every change.';
comment on column cards.parameter.top_up_at_issue is 'Whether issuing a card may bring money.';
comment on column cards.parameter.subsidy_days is 'How many days a subsidy is good if nobody says otherwise; null: somebody must say.';
comment on column cards.parameter.generated_numbers is 'Whether accounts are opened without cards (自动生成卡号).';
comment on column cards.parameter.grey_days is 'How long a replaced card''s balance is held (灰记录鉴别等待天数).';
comment on column cards.parameter.opens_when_complete is 'Whether it is freed earlier once every terminal has reported past the loss.';
comment on column cards.parameter.card_cost is 'What is proposed to be taken for a card (卡成本).';
comment on column cards.parameter.card_fee is 'What of it is never returned (工本费).';
comment on column cards.parameter.subsidy_at_close is 'Where a subsidy goes when its account is closed.';
comment on column cards.parameter.correction_hours is 'How far back a charge may be corrected without a wider permission.';

create table cards.shift (
    id            int         generated always as identity primary key,
    operator      int         not null,
    operator_name text        not null,
    opened_at     timestamptz not null,
    opening_cash  bigint      not null check (opening_cash >= 0),
    closed_at     timestamptz,
    counted_cash  bigint      check (counted_cash >= 0),
    expected_cash bigint,
    remark        text        not null default '' check (char_length(remark) <= 200),
    constraint closed_is_counted check ((closed_at is null) = (counted_cash is null) and (closed_at is null) = (expected_cash is null))
);
create unique index shift_open on cards.shift (operator) where closed_at is null;
create index shift_operator on cards.shift (operator, id);
comment on table cards.shift is 'A cashier''s shift (班次): what was counted in the drawer at its beginning and its end.';
comment on column cards.shift.expected_cash is 'What should have been in the drawer at the end.';

create table cards.operation (
    id            int         generated always as identity primary key,
    kind          text        not null check (kind ~ '^[A-Z_]{3,30}$'),
    person        int         references people.person,
    operator      int         not null,
    operator_name text        not null,
    shift         int         references cards.shift,
    at            timestamptz not null,
    booked_on     date        not null,
    first_number  bigint,
    last_number   bigint,
    cash          bigint      not null default 0,
    subsidy       bigint      not null default 0,
    drawer        bigint      not null default 0,
    deposit       bigint      not null default 0,
    channel       text        not null default 'CASH' check (channel in
        ('CASH', 'BANK_CARD', 'TRANSFER', 'WECHAT', 'ALIPAY', 'PAYROLL', 'OTHER')),
    card_issue    int         references cards.card_issue,
    top_up        int         references cards.top_up,
    undoes        int         unique references cards.operation,
    undo_until    timestamptz,
    subsidy_until date,
    remark        text        not null default '' check (char_length(remark) <= 200),
    constraint numbers_in_order check ((first_number is null) = (last_number is null) and first_number <= last_number)
);
create index operation_desk on cards.operation (operator, booked_on, id);
create index operation_day on cards.operation (booked_on, id);
create index operation_person on cards.operation (person, id);
create index operation_shift on cards.operation (shift) where shift is not null;
create unique index operation_number on cards.operation (first_number) where first_number is not null;
create unique index operation_top_up on cards.operation (top_up, kind) where top_up is not null;
comment on table cards.operation is 'What was done at the desks, one row each, money or not. Append-only.';
comment on column cards.operation.person is 'Null where it concerned many.';
comment on column cards.operation.operator is '0: the platform itself.';
comment on column cards.operation.operator_name is 'As others read it on that day.';
comment on column cards.operation.booked_on is 'The day of its entries in the journal.';
comment on column cards.operation.first_number is 'Journal number of its first entry; null where no money moved.';
comment on column cards.operation.cash is 'What came into the cash purses, held cash too; negative: went out.';
comment on column cards.operation.subsidy is 'Likewise of the subsidy purses.';
comment on column cards.operation.drawer is 'What the operator took in by this channel; negative: paid out.';
comment on column cards.operation.deposit is 'What came into the card deposits.';
comment on column cards.operation.top_up is 'Of a top-up or its undoing: the top-up.';
comment on column cards.operation.undoes is 'Which operation it takes back.';
comment on column cards.operation.subsidy_until is 'Of a refund: the last day of the subsidy purse then.';

insert into cards.operation (kind, person, operator, operator_name, at, booked_on, first_number, last_number, cash, subsidy,
                             drawer, channel, top_up, undo_until, remark)
select 'TOP_UP', t.person, t.operator, t.operator_name, t.at, t.booked_on, t.first_number, t.last_number, t.cash,
       t.subsidy - t.cleared, t.cash, t.channel, t.id, t.undo_until, t.remark
  from cards.top_up t
 order by t.id;
insert into cards.operation (kind, person, operator, operator_name, at, booked_on, first_number, last_number, cash, subsidy,
                             drawer, channel, top_up, undoes)
select 'TOP_UP_UNDONE', t.person, u.operator, u.operator_name, u.at, u.booked_on, u.first_number, u.last_number, -t.cash,
       t.cleared - t.subsidy, -t.cash, t.channel, t.id, o.id
  from cards.top_up_undo u join cards.top_up t on t.id = u.top_up join cards.operation o on o.top_up = t.id
 order by u.first_number;

create table cards.hold (
    id         int         generated always as identity primary key,
    person     int         not null references people.person,
    old_issue  int         not null references cards.card_issue,
    new_issue  int         not null references cards.card_issue,
    lost_at    timestamptz not null,
    held_at    timestamptz not null,
    opens_on   date        not null,
    subsidy_until date,
    ended_at   timestamptz
);
create unique index hold_one_open on cards.hold (person) where ended_at is null;
comment on table cards.hold is 'Balances of replaced cards that are held while late records may come in.';
comment on column cards.hold.lost_at is 'When the old card was reported lost: terminals must have reported past it.';
comment on column cards.hold.opens_on is 'From which day on it may be taken over whatever the terminals say.';
comment on column cards.hold.subsidy_until is 'Last day of the held subsidy; null: it never expires.';
comment on column cards.hold.ended_at is 'When it was taken over; null: not yet.';

grant select, update on cards.parameter to ${app};
grant select, insert on cards.operation to ${app};
grant select, insert, update (lost_at, opens_on, new_issue, old_issue, subsidy_until, ended_at) on cards.hold to ${app};
grant select, insert, update (closed_at, counted_cash, expected_cash, remark) on cards.shift to ${app};

create view reporting.desk_operation as
select o.id, o.kind, o.person, o.operator, o.operator_name, o.shift, o.at, o.booked_on, o.cash, o.subsidy, o.drawer, o.deposit,
       o.channel, o.card_issue, o.undoes, o.remark
  from cards.operation o;
comment on view reporting.desk_operation is 'What was done at the desks, for reports.';
create view reporting.card_issue as
select c.id, c.uid, c.issue_no, c.person, c.state, c.valid_until, c.issued_at, c.ended_at, c.lost_at, c.deposit
  from cards.card_issue c;
comment on view reporting.card_issue is 'Every issue of every card, for reports.';
create view reporting.account_state as
select a.person, a.state, a.opened_at, a.changed_at from cards.account_state a;
comment on view reporting.account_state is 'Whether people can pay, for reports.';
grant select on reporting.desk_operation, reporting.card_issue, reporting.account_state to ${report};
