-- Face terminals, the service they call, and what they recognised.

create table faces.service (
    id      smallint primary key check (id = 1),
    port    int      check (port between 1 and 65535),
    running boolean,
    version int      not null check (version > 0)
);
comment on table faces.service is 'The face service; one row.';
comment on column faces.service.port is 'TCP port; null: the one of the start, or 9901.';
comment on column faces.service.running is 'Whether it shall run; null: as the start says.';
comment on column faces.service.version is 'Raised by every edit (ETag).';
insert into faces.service (id, version) values (1, 1);

create table faces.device (
    id         int         generated always as identity primary key,
    serial     text        collate "C" not null unique check (char_length(serial) between 4 and 32),
    name       text        not null check (char_length(name) between 1 and 60),
    terminal   int         unique references terminals.terminal,
    address    inet,
    bound      boolean     not null,
    everybody  boolean     not null,
    writing    text        not null check (writing in ('GB2312', 'UTF_8')),
    size_of    text        not null check (size_of in ('TEXT', 'PICTURE')),
    seen_at    timestamptz,
    firmware   text        not null default '',
    users      int,
    faces      int,
    version    int         not null check (version > 0)
);
comment on table faces.device is 'Face terminals, known by their serial numbers.';
comment on column faces.device.terminal is 'The payment terminal at which a face seen here pays (M-268); null: none.';
comment on column faces.device.address is 'Where it calls from; null: not heard yet.';
comment on column faces.device.bound is 'Whether it is heard from that address only.';
comment on column faces.device.everybody is 'Whether it gets everybody with a photo; else those chosen for it.';
comment on column faces.device.writing is 'The characters in which it reads names.';
comment on column faces.device.size_of is 'What it takes the size of a picture for: of the text, or of the picture.';
comment on column faces.device.seen_at is 'When it last called.';
comment on column faces.device.users is 'How many people it says it knows; null: it did not say.';
comment on column faces.device.faces is 'How many faces it says it knows; null: it did not say.';
comment on column faces.device.version is 'Raised by every edit (ETag).';

create table faces.recognition (
    id     bigint      generated always as identity primary key,
    device int         not null references faces.device on delete cascade,
    pin    text        collate "C" not null check (char_length(pin) between 1 and 32),
    at     timestamp   not null,
    status int         not null,
    verify int         not null,
    person int         references people.person on delete set null,
    heard_at timestamptz not null,
    unique (device, pin, at)
);
create index recognition_person on faces.recognition (person, id);
comment on table faces.recognition is 'Who was recognised where; a line that comes again is the same line.';
comment on column faces.recognition.pin is 'The number under which the terminal knows the person.';
comment on column faces.recognition.at is 'By the clock and in the zone of the terminal.';
comment on column faces.recognition.status is 'What the terminal was set to.';
comment on column faces.recognition.verify is 'How: 15 face, 4 card, 0 not said.';
comment on column faces.recognition.person is 'Who had that number at that terminal; null: nobody the platform knows.';

grant usage on schema faces to ${app};
grant select, update on faces.service to ${app};
grant select, insert, update, delete on faces.device to ${app};
grant select, insert on faces.recognition to ${app};
