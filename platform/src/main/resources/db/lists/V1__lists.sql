-- Which cards terminals accept and refuse while they cannot ask, as lists that change version by version.

create table lists.list (
    name       text        primary key check (name in ('ALLOW', 'BLOCK')),
    version    bigint      not null check (version >= 0),
    cards      int         not null check (cards >= 0),
    changed_at timestamptz
);
comment on table lists.list is 'The allow list (白名单) and the block list (黑名单). The row is locked from the first change of a transaction to its end, so that versions become visible in their order.';
comment on column lists.list.version is 'Grows with every change; begins at the milliseconds of the clock, so that a version is never given twice, not even after yesterday''s copy was restored.';
comment on column lists.list.cards is 'How many cards are on it.';

insert into lists.list (name, version, cards) values ('ALLOW', 0, 0), ('BLOCK', 0, 0);

create table lists.change (
    list       text        not null references lists.list,
    version    bigint      not null,
    changed_at timestamptz not null,
    added      int         not null check (added >= 0),
    removed    int         not null check (removed >= 0),
    primary key (list, version)
);
create index change_age on lists.change (changed_at);
comment on table lists.change is 'Every version of the last months. Who has a version that is not here gets the whole list.';

create table lists.entry (
    list    text    not null references lists.list,
    uid     bytea   not null check (octet_length(uid) in (4, 7, 10)),
    listed  boolean not null,
    version bigint  not null,
    primary key (list, uid)
);
create index entry_version on lists.entry (list, version, uid);
comment on table lists.entry is 'Every card that is or was on a list, with its last change: what changed since any version is one look into the index.';
comment on column lists.entry.listed is 'Whether it is on the list; false: it was taken off with this version.';

create table lists.wish (
    issue   int         primary key references cards.card_issue,
    allowed boolean     not null,
    since   timestamptz not null
);
comment on table lists.wish is 'Whether an issue of a card is to be on the allow list as long as the card is good.';
comment on column lists.wish.allowed is 'At first what the parameter of the card centre says (M-077), later what somebody chose by hand (M-146, M-147).';

grant usage on schema lists to ${app};
grant select, update on lists.list to ${app};
grant select, insert, delete on lists.change to ${app};
grant select, insert, update on lists.entry, lists.wish to ${app};
