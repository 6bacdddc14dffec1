-- What a person chose, under a keyed hash.
create table person (
  person    varchar(64) primary key,
  -- Null for the language of each question.
  language  varchar(16),
  agreed_at timestamp(6) with time zone
);

-- Who is told of new disclosures, by room.
create table subscription (
  room     varchar(64) primary key,
  channel  varchar(32) not null,
  person   varchar(64) not null,
  -- Sealed.
  place    text not null,
  language varchar(16) not null,
  since    timestamp(6) with time zone not null
);

create index subscription_by_person on subscription (person);

-- Which disclosures subscribers have been told of, or need not be told of.
create table announced (
  disclosure varchar(64) primary key,
  at         timestamp(6) with time zone not null
);

-- What only one instance does at a time.
create table duty (
  name       varchar(64) primary key,
  owner      varchar(64) not null,
  held_until timestamp(6) with time zone not null
);
