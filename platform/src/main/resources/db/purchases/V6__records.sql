-- Records of terminals that somebody has to look at.

create table purchases.follow_up (
    id              int         generated always as identity primary key,
    found_at        timestamptz not null,
    fate            text        not null check (fate in ('BOOKED', 'DISPUTED')),
    reasons         text[]      not null check (cardinality(reasons) > 0),
    terminal        int         not null,
    merchant        int         not null,
    seq             bigint      not null,
    at              timestamptz not null,
    terminal_at     timestamptz not null,
    mode            smallint    not null,
    instrument_kind smallint    not null,
    instrument      bytea       not null,
    amount          bigint      not null,
    offline         boolean     not null,
    overdraft       boolean     not null,
    amount_unsure   boolean     not null,
    decided         bigint,
    decided_number  bigint,
    account         int,
    number          bigint,
    booked_on       date,
    cash_after      bigint,
    done_at         timestamptz,
    done_by         int,
    done_by_name    text,
    note            text        check (char_length(note) <= 200),
    constraint found_once unique (terminal, seq, instrument_kind, instrument, mode, amount, terminal_at),
    constraint done_by_somebody check (
        (done_at is null) = (done_by is null) and (done_at is null) = (done_by_name is null)
        and (done_at is null) = (note is null)),
    constraint booked_is_in_the_journal check (fate = 'DISPUTED' or number is not null)
);
create index follow_up_open on purchases.follow_up (id) where done_at is null;
create index follow_up_account on purchases.follow_up (account) where account is not null;
comment on table purchases.follow_up is 'Records of terminals that a person has to look at (异常记录): what was booked although something was odd, and what could not be booked, with all that the terminal said.';
comment on column purchases.follow_up.reasons is 'Why; the names of FollowUpReason.';
comment on column purchases.follow_up.merchant is 'Where the terminal stood at that time.';
comment on column purchases.follow_up.at is 'Transaction time: the terminal''s, corrected.';
comment on column purchases.follow_up.terminal_at is 'The terminal''s own clock.';
comment on column purchases.follow_up.decided is 'What the terminal says was charged online; null: it sold without asking.';
comment on column purchases.follow_up.decided_number is 'The platform number the terminal was told.';
comment on column purchases.follow_up.account is 'Whose; null where nobody was recognised.';
comment on column purchases.follow_up.number is 'The journal row that was booked, or that stands against it; null: none.';
comment on column purchases.follow_up.booked_on is 'The day of booking of that row.';
comment on column purchases.follow_up.cash_after is 'The cash purse after it; null: nothing was booked.';
comment on column purchases.follow_up.done_at is 'When somebody settled it; null: it is open.';
comment on column purchases.follow_up.done_by_name is 'As others read it on that day.';

grant select, insert, update (done_at, done_by, done_by_name, note) on purchases.follow_up to ${app};

create view reporting.follow_up as
select f.id, f.found_at, f.fate, f.reasons, f.terminal, f.merchant, f.seq, f.at, f.amount, f.account, f.number,
       f.booked_on, f.done_at, f.done_by_name
  from purchases.follow_up f;
comment on view reporting.follow_up is 'Odd records for reports.';
grant select on reporting.follow_up to ${report};
