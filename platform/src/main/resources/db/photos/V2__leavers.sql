-- How long the portrait of somebody who left is kept.

create table photos.parameter (
    id          smallint primary key check (id = 1),
    leaver_days smallint not null check (leaver_days between 0 and 365),
    version     int      not null check (version > 0)
);
comment on table photos.parameter is 'The parameters of photos; one row.';
comment on column photos.parameter.leaver_days is 'Days after the leaving at which portrait, consent and key end.';
comment on column photos.parameter.version is 'Raised by every edit (ETag).';

insert into photos.parameter (id, leaver_days, version) values (1, 30, 1);

grant select, update on photos.parameter to ${app};
