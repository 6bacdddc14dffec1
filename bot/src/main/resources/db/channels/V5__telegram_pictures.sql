-- The pictures among the messages that reply to a question.
alter table telegram_reply add column pictures varchar(1000) default '' not null;
