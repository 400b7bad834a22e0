-- Trigram search finds names in spite of misspellings. Trusted since PostgreSQL 13: no superuser needed.
create extension if not exists pg_trgm with schema public;
