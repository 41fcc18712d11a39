--liquibase formatted sql

--changeset gaung:0029_offer_terms
-- What an offer said of the office and its rules when it was sent: it stays as it was said, whatever
-- the office's settings say later. Offers sent before had one office and one ad line, and promised
-- no day of payment and no end of rights.
create table offer_terms (
  offer_id      uuid primary key references offer,
  office        text not null,
  city          text not null,
  officer       text not null,
  officer_phone text,
  payment_days  integer,
  rights_until  date,
  ad_line       text not null
);
insert into offer_terms (offer_id, office, city, officer, ad_line)
select o.id, 'DKUMKMP Kota Balikpapan', 'Kota Balikpapan', p.name,
  'Iklan – kerja sama DKUMKMP Kota Balikpapan'
from offer o join person p on p.id = o.created_by
where o.state <> 'DRAFT';
--rollback drop table offer_terms;
