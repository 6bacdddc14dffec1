-- How far a bot's updates have been taken.
create table telegram_cursor (
  bot         varchar(64) primary key,
  next_update bigint not null,
  moved_at    timestamp(6) with time zone not null
);

-- Which messages reply to which question, while it can be edited.
create table telegram_reply (
  room       varchar(64) not null,
  question   int not null,
  replies    varchar(1000) not null,
  digest     varchar(64) not null,
  replied_at timestamp(6) with time zone not null,
  primary key (room, question)
);
