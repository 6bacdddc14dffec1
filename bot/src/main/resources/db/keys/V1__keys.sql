-- Runs unchanged on H2 and PostgreSQL.

-- Who may call the API, and how often. Of a key's secret only its hash is kept.
create table api_key (
  id                  varchar(16)  primary key,
  name                varchar(100) not null,
  hash                varchar(64)  not null,
  role                varchar(20)  not null,
  requests_per_minute int          not null,
  created_at          timestamp(6) with time zone not null,
  created_by          varchar(100) not null,
  expires_at          timestamp(6) with time zone,
  revoked_at          timestamp(6) with time zone
);
