-- Portraits for terminals and desks, consents, one-time links for phones, batches.

create table photos.key (
    no           int         generated always as identity primary key,
    person       int         references people.person on delete set null,
    for_batch    boolean     not null,
    made_at      timestamptz not null,
    doomed_at    timestamptz,
    destroyed_at timestamptz,
    constraint a_batch_is_no_person check (not for_batch or person is null),
    constraint doomed_first check (destroyed_at is null or doomed_at is not null)
);
create unique index key_in_use on photos.key (person) where doomed_at is null;
create index key_to_destroy on photos.key (no) where destroyed_at is null and (doomed_at is not null or person is null);
comment on table photos.key is 'Which key seals whose pictures. The keys themselves lie in a file outside the database.';
comment on column photos.key.no is 'Its place in the key file; never used again.';
comment on column photos.key.person is 'Whose; null: of a batch, or of somebody who was forgotten.';
comment on column photos.key.for_batch is 'It seals what a batch keeps for some days.';
comment on column photos.key.doomed_at is 'Since when it may seal nothing more and is to be destroyed.';
comment on column photos.key.destroyed_at is 'When its bytes were destroyed in the key file.';

create table photos.consent (
    id           int         generated always as identity primary key,
    person       int         not null references people.person on delete cascade,
    given_by     text        not null check (given_by in ('HOLDER', 'GUARDIAN')),
    guardian     text        check (char_length(guardian) between 1 and 60),
    way          text        not null check (way in ('PAPER', 'DESK', 'PHONE')),
    text_version smallint    not null check (text_version > 0),
    given_at     timestamptz not null,
    noted_by     text        not null,
    withdrawn_at timestamptz,
    constraint withdrawn_after_given check (withdrawn_at >= given_at)
);
create unique index consent_in_force on photos.consent (person) where withdrawn_at is null;
comment on table photos.consent is 'Who agreed that a portrait is kept and shown to face terminals, and when.';
comment on column photos.consent.guardian is 'The name of the guardian who agreed; null: not said, or the holder agreed.';
comment on column photos.consent.way is 'A signed paper is on file, said at the desk, or on the person''s own phone.';
comment on column photos.consent.text_version is 'Which wording was agreed to.';
comment on column photos.consent.noted_by is 'The operator who noted it; empty: nobody, it came from the phone.';
comment on column photos.consent.withdrawn_at is 'Since when it holds no longer; null: it holds.';

create sequence photos.portrait_version;

create table photos.portrait (
    person      int         primary key references people.person on delete cascade,
    key         int         not null references photos.key,
    version     bigint      not null default nextval('photos.portrait_version'),
    sealed      bytea       not null,
    bytes       int         not null check (bytes between 1 and 49999),
    width       smallint    not null,
    height      smallint    not null,
    source      text        not null check (source in ('FILE', 'CAMERA', 'PHONE', 'BATCH')),
    flaws       text        not null,
    accepted_by text,
    stored_at   timestamptz not null,
    stored_by   text        not null
);
alter table photos.portrait alter column sealed set storage external;
comment on table photos.portrait is 'The one portrait of a person, sealed with the person''s key. The photo it was cropped from is not kept.';
comment on column photos.portrait.version is 'Another one for every portrait, of anybody.';
comment on column photos.portrait.sealed is 'A JPEG, AES-256-GCM.';
comment on column photos.portrait.bytes is 'How long the JPEG is; smaller than 50 KB (M-136).';
comment on column photos.portrait.flaws is 'What the check said, words with a space between; empty: nothing.';
comment on column photos.portrait.accepted_by is 'Who accepted it all the same; null: it passed the check.';
comment on column photos.portrait.stored_by is 'The operator; empty: it came from the phone.';

create table photos.link (
    id         int         generated always as identity primary key,
    person     int         not null references people.person on delete cascade,
    digest     bytea       not null unique check (octet_length(digest) = 32),
    made_at    timestamptz not null,
    made_by    text        not null,
    expires_at timestamptz not null,
    tries      smallint    not null default 0,
    used_at    timestamptz,
    constraint later check (expires_at > made_at)
);
create index link_person on photos.link (person);
create index link_expires on photos.link (expires_at);
comment on table photos.link is 'One-time links that take a photo from a phone straight into a person''s record (M-132).';
comment on column photos.link.digest is 'SHA-256 of the secret; the secret itself is not kept.';
comment on column photos.link.tries is 'How many photos were sent so far.';
comment on column photos.link.used_at is 'When a photo was taken over, or the link was called back; null: it can be used.';

create table photos.batch (
    id          int         generated always as identity primary key,
    key         int         not null references photos.key,
    file_name   text        not null check (char_length(file_name) between 1 and 200),
    made_at     timestamptz not null,
    made_by     text        not null,
    parts       int         not null default 0,
    bytes       bigint      not null default 0,
    files       int         not null default 0,
    consents    text        check (consents in ('HOLDER', 'GUARDIAN')),
    job         int,
    done_at     timestamptz
);
comment on table photos.batch is 'Many photos at once, named by person numbers (M-133, M-137). Kept for some days.';
comment on column photos.batch.key is 'Seals the upload and the portraits that were not stored.';
comment on column photos.batch.parts is 'How many parts of the file were uploaded.';
comment on column photos.batch.files is 'How many photos the uploader counted; 0: unknown.';
comment on column photos.batch.consents is 'Who signed the papers that are on file for everybody of the batch; null: nobody said so.';
comment on column photos.batch.job is 'The job that works on it; null: not begun.';

create table photos.batch_item (
    batch     int  not null references photos.batch on delete cascade,
    position  int  not null,
    file_name text not null check (char_length(file_name) <= 200),
    person    int  references people.person on delete set null,
    outcome   text not null check (outcome in ('STORED', 'ACCEPTED', 'REFUSED', 'NO_PERSON', 'LEFT', 'NO_CONSENT', 'TWICE', 'UNREADABLE')),
    flaws     text not null,
    sealed    bytea,
    width     smallint,
    height    smallint,
    primary key (batch, position)
);
create index batch_item_person on photos.batch_item (person);
alter table photos.batch_item alter column sealed set storage external;
comment on table photos.batch_item is 'What became of each file of a batch (M-138).';
comment on column photos.batch_item.position is 'Its place in the file, from 1.';
comment on column photos.batch_item.person is 'Whose number is the file''s name; null: nobody''s.';
comment on column photos.batch_item.flaws is 'What the check said, words with a space between.';
comment on column photos.batch_item.sealed is 'The portrait that was not stored, sealed with the batch''s key; null: there is none.';

grant usage on schema photos to ${app};
grant usage on sequence photos.portrait_version to ${app};
grant select, insert, update, delete on photos.key, photos.consent, photos.portrait, photos.link, photos.batch, photos.batch_item to ${app};
