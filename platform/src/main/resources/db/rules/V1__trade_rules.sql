-- What a group may buy, how often, for how much and at which price.

create table rules.rule (
    id      int     generated always as identity primary key,
    version int     not null check (version > 0),
    name    text    not null check (char_length(name) between 1 and 64),
    form    jsonb   not null,
    removed boolean not null default false
);
create unique index rule_name on rules.rule (name) where not removed;
comment on table rules.rule is 'Trade rules (交易规则) as they stand now.';
comment on column rules.rule.version is 'Grows with every change; what a version said is in rule_history.';
comment on column rules.rule.form is 'What the rule says, as it travels over the API.';
comment on column rules.rule.removed is 'A removed rule is kept: purchases name it.';

create table rules.rule_mention (
    rule         int not null references rules.rule,
    person_group int references people.person_group,
    merchant     int references merchants.merchant,
    meal         int references merchants.meal,
    constraint mentions_one_thing check (num_nonnulls(person_group, merchant, meal) = 1),
    constraint mentioned_once unique nulls not distinct (rule, person_group, merchant, meal)
);
create index rule_mention_person_group on rules.rule_mention (person_group);
create index rule_mention_merchant on rules.rule_mention (merchant);
create index rule_mention_meal on rules.rule_mention (meal);
comment on table rules.rule_mention is 'What the rules in force name, so that nothing of it can be removed under them. Made from rule.form.';

create table rules.rule_history (
    rule       int         not null references rules.rule,
    version    int         not null,
    changed_at timestamptz not null,
    name       text        not null,
    form       jsonb,
    primary key (rule, version)
);
comment on table rules.rule_history is 'What every version of a rule said.';
comment on column rules.rule_history.changed_at is 'From then on it held, until the next version.';
comment on column rules.rule_history.form is 'Null: the rule was removed.';

create table rules.rule_limit (
    id        int         generated always as identity primary key,
    rule      int         not null references rules.rule,
    span      text        not null check (span in ('MEAL', 'DAY', 'WEEK', 'MONTH')),
    coverage  text        not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);
create unique index rule_limit_open on rules.rule_limit (rule, span) where closed_at is null;
comment on table rules.rule_limit is 'What is counted: the purchases a rule covers, in one kind of window. Usage is kept per account and limit.';
comment on column rules.rule_limit.coverage is 'Which purchases are counted. When that changes, the limit is closed and another one opened.';
comment on column rules.rule_limit.closed_at is 'Null: it counts.';

grant usage on schema rules to ${app};
grant select, insert, update on rules.rule, rules.rule_limit to ${app};
grant select, insert, delete on rules.rule_mention to ${app};
grant select, insert on rules.rule_history to ${app};

create view reporting.rule as select r.id, r.name from rules.rule r;
comment on view reporting.rule is 'The names of trade rules for reports, removed ones too.';
grant select on reporting.rule to ${report};
