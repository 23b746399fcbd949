-- The card readers of desks (发卡器) have numbers of their own, from 00 (D-27).

create table terminals.card_issuer (
    no      smallint primary key check (no between 0 and 99),
    name    text     not null check (char_length(name) between 1 and 60),
    model   text     not null check (char_length(model) between 1 and 60),
    link    text     not null check (link = 'USB'),
    place   text     not null check (place = 'SETTLEMENT_CENTRE'),
    version int      not null check (version > 0)
);
comment on table terminals.card_issuer is 'Registered card readers of desks (发卡器); 00 is there from the beginning.';
comment on column terminals.card_issuer.no is 'Its number in a space of its own, 0 to 99 (D-27).';
comment on column terminals.card_issuer.place is 'Issuers stand in the one-card settlement centre (一卡通结算中心, M-088).';
comment on column terminals.card_issuer.version is 'Raised by every edit (ETag).';

create table terminals.card_issuer_sign (
    issuer   smallint    primary key references terminals.card_issuer on delete cascade,
    heard_at timestamptz not null,
    reader   text        not null check (reader in ('LISTENING', 'NO_READER', 'NO_SERVICE')),
    name     text        check (char_length(name) <= 120),
    bridge   text        check (char_length(bridge) <= 40)
);
comment on table terminals.card_issuer_sign is 'What the console of a desk last told of the reader it borrows.';
comment on column terminals.card_issuer_sign.heard_at is 'When it was told, at most some seconds old.';
comment on column terminals.card_issuer_sign.name is 'The name of the reader; null: none is plugged in.';
comment on column terminals.card_issuer_sign.bridge is 'Version of the desk bridge; null: it did not say.';

insert into terminals.card_issuer (no, name, model, link, place, version)
values (0, '发卡器', 'ER-906', 'USB', 'SETTLEMENT_CENTRE', 1);

grant select, insert, update, delete on terminals.card_issuer, terminals.card_issuer_sign to ${app};
