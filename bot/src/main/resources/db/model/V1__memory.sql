-- What a chat model replied to a request, named by the hash of its contents, so that everyone is told the same.
create table reply (
  request  varchar(64) primary key,
  content  text not null,
  given_at timestamp(9) with time zone not null
);

-- How many tokens it cost, by day.
create table spending (
  spent_on date primary key,
  tokens   bigint not null
);
