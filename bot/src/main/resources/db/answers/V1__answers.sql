-- What was answered, whole, so that each answer can be explained later.
create table answer (
  id       varchar(64) primary key,
  asked_at timestamp(9) with time zone not null,
  verdict  varchar(32) not null,
  content  text not null
);

create index answer_by_time on answer (asked_at);

create table feedback (
  id        bigint generated always as identity primary key,
  answer_id varchar(64) not null references answer (id),
  given_at  timestamp(9) with time zone not null,
  helpful   boolean not null,
  remark    varchar(2000) not null
);

create index feedback_by_answer on feedback (answer_id);
