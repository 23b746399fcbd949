-- Who shall be on which face terminal, who is, and every command that was sent for it.

create table faces.chosen_person (
    device int not null references faces.device on delete cascade,
    person int not null references people.person on delete cascade,
    primary key (device, person)
);
create index chosen_person_person on faces.chosen_person (person);
comment on table faces.chosen_person is 'Whom a terminal gets that does not get everybody.';

create table faces.push (
    id       bigint      generated always as identity primary key,
    device   int         not null references faces.device on delete cascade,
    kind     text        not null check (kind in ('PUSH', 'REMOVE', 'CLEAR')),
    person   int,
    pin      text        collate "C" not null,
    name     text        not null,
    portrait bigint      not null,
    state    text        not null check (state in ('WAITING', 'SENT', 'DONE', 'TOO_LARGE', 'QUALITY',
                                                   'UNSUPPORTED', 'OTHER', 'OVERTAKEN')),
    attempt  int         not null check (attempt >= 0),
    steps    smallint    not null check (steps between 0 and 3),
    fault    text        check (fault in ('NO_FACE', 'COVERED', 'BLURRED', 'TURNED', 'NOT_ALIVE',
                                          'NO_TEMPLATE')),
    words    text        not null check (char_length(words) <= 300),
    made_at  timestamptz not null,
    sent_at  timestamptz,
    ended_at timestamptz,
    constraint ended check ((ended_at is null) = (state in ('WAITING', 'SENT')))
);
create index push_open on faces.push (device, id) where ended_at is null;
create index push_person on faces.push (person, id);
comment on table faces.push is 'The push journal (人脸下发流水): what terminals were told and how it ended.';
comment on column faces.push.person is 'Whom; null: everybody. Without a foreign key, so that the journal outlives the person.';
comment on column faces.push.pin is 'The number under which the terminal knows the person.';
comment on column faces.push.name is 'As shown on the screen of the terminal; empty where nobody is pushed.';
comment on column faces.push.portrait is 'Which portrait, by its version; 0: none. The picture itself is nowhere here.';
comment on column faces.push.attempt is 'How often it was sent; part of the command''s id, so that an answer to an earlier time is known.';
comment on column faces.push.steps is 'Bits: 1 the user was taken, 2 the face was taken.';
comment on column faces.push.fault is 'What is wrong with the face, where the terminal said so.';
comment on column faces.push.words is 'The terminal''s own words.';

create table faces.place (
    device   int     not null references faces.device on delete cascade,
    person   int     not null,
    pin      text    collate "C" not null,
    name     text    not null,
    portrait bigint  not null,
    push     bigint  not null references faces.push on delete cascade,
    leaving  boolean not null,
    primary key (device, person)
);
create index place_push on faces.place (push);
create index place_pin on faces.place (device, pin);
create index place_leaving on faces.place (device) where leaving;
comment on table faces.place is 'Who is on a terminal, or may be, until it confirmed that they are gone.';
comment on column faces.place.push is 'The last command about it.';
comment on column faces.place.leaving is 'Shall go; the row goes when the terminal confirms it.';

grant select, insert, delete on faces.chosen_person to ${app};
grant select, insert, update on faces.push to ${app};
grant select, insert, update, delete on faces.place to ${app};
