-- Cards issued from a table.

create table cards.issue_row (
    import       int     not null references imports.import,
    row          int     not null check (row >= 1),
    person       int     not null references people.person,
    uid          bytea   not null check (octet_length(uid) in (4, 7, 10)),
    valid_until  date,
    done         boolean not null default false,
    problem      text    check (char_length(problem) <= 40),
    issue        int     references cards.card_issue,
    undo_done    boolean not null default false,
    undo_problem text    check (char_length(undo_problem) <= 40),
    primary key (import, row),
    constraint issued_or_refused check (not done or (problem is null) = (issue is not null))
);
create index issue_row_waiting on cards.issue_row (import, person) where not done;
create index issue_row_undo on cards.issue_row (import, person) where issue is not null and not undo_done;
comment on table cards.issue_row is 'Cards to be issued from a table (批量发卡), some at a time, and what became of each row.';
comment on column cards.issue_row.valid_until is 'The last day on which the card is accepted; null: the site''s lifetime.';
comment on column cards.issue_row.done is 'Whether the row was dealt with.';
comment on column cards.issue_row.problem is 'Why no card was issued; null: nothing was in the way.';
comment on column cards.issue_row.issue is 'The issue that came of it; null: none, or not yet.';
comment on column cards.issue_row.undo_done is 'Whether the undo dealt with it.';
comment on column cards.issue_row.undo_problem is 'Why the card could not be taken back; null: nothing was in the way.';
grant select, insert, update (done, problem, issue, undo_done, undo_problem) on cards.issue_row to ${app};
