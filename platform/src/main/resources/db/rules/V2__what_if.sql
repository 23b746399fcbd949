-- Purchases of the past that other rules would have decided differently.

create table rules.what_if (
    job       int         not null,
    place     int         not null check (place > 0),
    made_at   timestamptz not null,
    at        timestamp   not null,
    number    bigint      not null,
    person    int         not null,
    person_group int,
    merchant  int         not null,
    meal      int,
    keyed     bigint      not null,
    effect    text        not null check (effect in ('REFUSED', 'TAKEN', 'DEARER', 'CHEAPER', 'OTHER_REASON')),
    was_refused text,
    was_net   bigint      not null,
    would_be_refused text,
    would_be_net bigint   not null,
    rule      text        not null,
    primary key (job, place)
);
create index what_if_made_at on rules.what_if (made_at);
comment on table rules.what_if is 'What a replay of the past by other rules found (模拟测算): the purchases that would have ended differently. Thrown away after some days; nothing refers to it.';
comment on column rules.what_if.job is 'The job that replayed.';
comment on column rules.what_if.at is 'Time of the purchase in the zone of the site.';
comment on column rules.what_if.person_group is 'As it was at the purchase; so are merchant and meal.';
comment on column rules.what_if.was_refused is 'Why it was refused; null: it was taken.';
comment on column rules.what_if.would_be_refused is 'Why it would be refused; null: it would be taken.';
comment on column rules.what_if.rule is 'The name of the rule that would refuse it or make its price; empty: none.';

create table rules.what_if_result (
    job     int         not null primary key,
    made_at timestamptz not null,
    found   jsonb       not null
);
comment on table rules.what_if_result is 'What replays of the past found, in sums by group, merchant and meal. Thrown away with the list.';

grant select, insert, delete on rules.what_if, rules.what_if_result to ${app};
