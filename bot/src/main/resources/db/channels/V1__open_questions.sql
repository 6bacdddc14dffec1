-- Questions that wait for a person of the IR team.
create table open_question (
  id         varchar(36) primary key,
  cause      varchar(16) not null,
  status     varchar(16) not null,
  channel    varchar(32) not null,
  person     varchar(64) not null,
  -- Where the reply goes, sealed; null once it has arrived or never can.
  place      text,
  asked_at   timestamp(6) with time zone not null,
  language   varchar(16) not null,
  question   text not null,
  answer_id  varchar(64) not null,
  reply      text,
  settled_at timestamp(6) with time zone,
  constraint open_question_once unique (answer_id, cause, person)
);

create index open_question_by_status on open_question (status, asked_at);
create index open_question_by_person on open_question (person);
