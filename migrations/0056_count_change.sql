--liquibase formatted sql

--changeset gaung:0056_count_change
-- The days on which a network changed how it counts: what lies on both sides of one is not one
-- series. No metric: all that the network counts.
create table count_change (
  id uuid primary key,
  network text not null,
  metric text,
  changed_on date not null,
  text_id text not null,
  text_en text not null,
  source text not null,
  version int not null default 1
);
create index count_change_day on count_change (changed_on);
insert into count_change (id, network, metric, changed_on, text_id, text_en, source) values
  ('00000000-0000-7000-8056-000000000001', 'INSTAGRAM', 'VIEWS', '2025-01-08',
    'impresi, putaran, dan hitungan sejenis mulai diganti dengan tayangan',
    'impressions, plays and their relatives began to be replaced by views',
    'developers.facebook.com, Instagram Platform changelog'),
  ('00000000-0000-7000-8056-000000000002', 'INSTAGRAM', 'VIEWS', '2025-04-21',
    'impresi, putaran, dan hitungan sejenis tidak ada lagi; gantinya tayangan',
    'impressions, plays and their relatives are gone; views are in their place',
    'developers.facebook.com, Instagram Platform changelog'),
  ('00000000-0000-7000-8056-000000000003', 'FACEBOOK', 'VIEWS', '2025-11-15',
    'beberapa hitungan impresi dihapus; gantinya tayangan media',
    'several counts of impressions were removed; views of media are in their place',
    'developers.facebook.com, Graph API changelog'),
  ('00000000-0000-7000-8056-000000000004', 'FACEBOOK', 'REACH', '2025-11-15',
    'beberapa hitungan jangkauan dihapus; gantinya penonton media',
    'several counts of reach were removed; viewers of media are in their place',
    'developers.facebook.com, Graph API changelog'),
  ('00000000-0000-7000-8056-000000000005', 'FACEBOOK', 'VIEWS', '2026-06-15',
    'hitungan impresi lainnya dihapus; gantinya tayangan media',
    'further counts of impressions were removed; views of media are in their place',
    'developers.facebook.com, Graph API changelog'),
  ('00000000-0000-7000-8056-000000000006', 'FACEBOOK', 'REACH', '2026-06-15',
    'hitungan jangkauan lainnya dihapus; gantinya penonton media',
    'further counts of reach were removed; viewers of media are in their place',
    'developers.facebook.com, Graph API changelog'),
  ('00000000-0000-7000-8056-000000000007', 'YOUTUBE', 'VIEWS', '2025-03-31',
    'tayangan video Shorts dihitung sejak bingkai pertamanya',
    'a Short’s view counts from its first frame',
    'support.google.com/youtube'),
  ('00000000-0000-7000-8056-000000000008', 'YOUTUBE', 'VIEWS', '2026-08-24',
    'cara menghitung tayangan semua jenis video berubah, bertahap sampai 27 Agustus 2026',
    'the counting of views of all formats changed, step by step until 27 August 2026',
    'support.google.com/youtube');
--rollback drop table count_change;
