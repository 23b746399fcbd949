-- Charges that were corrected and purchases that were entered by hand: who did it, and why.

create table purchases.correction (
    number        bigint      not null primary key,
    booked_on     date        not null,
    purchase      bigint      not null,
    purchase_on   date        not null,
    at            timestamptz not null,
    gross         bigint      not null,
    cash          bigint      not null,
    subsidy       bigint      not null,
    charged       bigint      not null constraint never_below_zero check (charged >= 0),
    operator      int         not null,
    operator_name text        not null,
    reason        text        not null check (char_length(reason) <= 200),
    constraint parts_make_the_difference check (gross = cash + subsidy and gross <> 0)
);
create index correction_purchase on purchases.correction (purchase);
comment on table purchases.correction is 'Corrections of charges (更正收款失误): each books a difference and refers to the purchase, which never changes.';
comment on column purchases.correction.number is 'Journal number of its row in purchases.purchase.';
comment on column purchases.correction.purchase is 'Journal number of the purchase.';
comment on column purchases.correction.gross is 'The difference; negative: it goes back.';
comment on column purchases.correction.charged is 'What the purchase costs with this correction and those before it.';
comment on column purchases.correction.operator_name is 'As others read it on that day.';

create table purchases.back_entry (
    number        bigint      not null primary key,
    booked_on     date        not null,
    operator      int         not null,
    operator_name text        not null,
    remark        text        not null check (char_length(remark) <= 200)
);
comment on table purchases.back_entry is 'Purchases that were entered by hand (手工录入消费单据), and by whom.';

grant select, insert on purchases.correction, purchases.back_entry to ${app};

create view reporting.correction as
select c.number, c.booked_on, c.purchase, c.purchase_on, c.at, c.gross, c.cash, c.subsidy, c.charged, c.operator,
       c.operator_name, c.reason
  from purchases.correction c;
comment on view reporting.correction is 'Corrections of charges for reports.';
create view reporting.back_entry as
select b.number, b.booked_on, b.operator, b.operator_name, b.remark from purchases.back_entry b;
comment on view reporting.back_entry is 'Purchases entered by hand, for reports.';
grant select on reporting.correction, reporting.back_entry to ${report};
