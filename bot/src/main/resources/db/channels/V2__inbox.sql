-- What came and what is to be said, in order.
create table inbox (
  number       bigint generated always as identity primary key,
  channel      varchar(32) not null,
  -- The channel's name of it, by which a second copy is known.
  name         varchar(150) not null,
  -- The keyed hash of the conversation.
  room         varchar(64) not null,
  kind         varchar(16) not null,
  -- Sealed; null once it is done.
  content      text,
  notes        text default '' not null,
  arrived_at   timestamp(6) with time zone not null,
  due_at       timestamp(6) with time zone not null,
  attempts     int default 0 not null,
  owner        varchar(64),
  leased_until timestamp(6) with time zone,
  done_at      timestamp(6) with time zone,
  constraint inbox_once unique (channel, name)
);

create index inbox_by_room on inbox (room, done_at, number);
create index inbox_by_channel on inbox (channel, done_at, number);

alter table open_question add column room varchar(64) default '' not null;
