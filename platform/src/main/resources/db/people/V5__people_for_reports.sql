-- Who left when, and who belonged where, for reports.

create view reporting.leaving as
select l.person, l.left_at, c.code as reason_code, c.name as reason_name, l.remark, l.department, l.returned_at
  from people.leaving l join people.choice c on c.id = l.reason;
comment on view reporting.leaving is 'Who left when and why, for reports.';
create view reporting.department_stay as
select s.person, s.since, s.until, s.department from people.department_stay s;
comment on view reporting.department_stay is 'Which department a person belonged to, and when, for reports.';
create or replace view reporting.person as
select p.id, p.person_no, p.name, p.pinyin, p.department, p.person_group, p.left_at from people.person p;
grant select on reporting.leaving, reporting.department_stay to ${report};
