-- Runs unchanged on H2 and PostgreSQL.

-- What is to be known of a page before relying on what was read from it.
create table page_flag (
  disclosure_id varchar(64) not null references disclosure (id),
  page          integer     not null,
  kind          varchar(16) not null,
  confidence    integer     not null, -- of recognised text, 0 to 100
  primary key (disclosure_id, page, kind)
);
