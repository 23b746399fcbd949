-- Who sells, where, and when it is mealtime.

create table merchants.merchant (
    id   int  generated always as identity primary key,
    name text not null unique check (char_length(name) between 1 and 60)
);
comment on table merchants.merchant is 'Whoever gets the takings of the terminals that stand there (商户, 餐厅).';

create table merchants.outlet (
    id       int  generated always as identity primary key,
    merchant int  not null references merchants.merchant on delete cascade,
    name     text not null check (char_length(name) between 1 and 60),
    constraint unique_at_its_merchant unique (merchant, name)
);
comment on table merchants.outlet is 'A window or counter of a merchant (窗口, 档口).';

create table merchants.meal (
    id      int      generated always as identity primary key,
    name    text     not null unique check (char_length(name) between 1 and 20),
    name_en text     check (char_length(name_en) between 1 and 40),
    kind    text     not null check (kind in ('BREAKFAST', 'LUNCH', 'DINNER', 'NIGHT_SNACK', 'OTHER')),
    ordinal smallint not null check (ordinal between 0 and 999)
);
comment on table merchants.meal is 'The meals of the site (餐别): lunch is lunch at every merchant.';
comment on column merchants.meal.name_en is 'Null: no English name was given.';
comment on column merchants.meal.ordinal is 'Its place in lists and reports.';

create table merchants.meal_period (
    id         int  generated always as identity primary key,
    meal       int  not null references merchants.meal on delete cascade,
    merchant   int  references merchants.merchant on delete cascade,
    begins     time,
    ends       time,
    valid_from date not null,
    constraint one_from_a_day unique nulls not distinct (meal, merchant, valid_from),
    constraint served_or_not check ((begins is null) = (ends is null)),
    constraint takes_time check (begins <> ends)
);
comment on table merchants.meal_period is 'When a meal is served from a business day on, until a later row of the same meal and merchant.';
comment on column merchants.meal_period.merchant is 'Null: the default of the site.';
comment on column merchants.meal_period.begins is 'Null: the meal is not served.';
comment on column merchants.meal_period.ends is 'Before begins: on the day after. Null: the meal is not served.';

grant usage on schema merchants to ${app};
grant select, insert, update, delete
    on merchants.merchant, merchants.outlet, merchants.meal, merchants.meal_period to ${app};

create view reporting.merchant as select m.id, m.name from merchants.merchant m;
comment on view reporting.merchant is 'The merchants for reports.';
create view reporting.outlet as select o.id, o.merchant, o.name from merchants.outlet o;
comment on view reporting.outlet is 'The outlets for reports.';
create view reporting.meal as select m.id, m.name, m.name_en, m.kind, m.ordinal from merchants.meal m;
comment on view reporting.meal is 'The meals for reports.';
grant select on reporting.merchant, reporting.outlet, reporting.meal to ${report};
