package id.gaung.catalogue;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface TerritoryDao {

  @SqlQuery("select * from kecamatan order by code")
  List<Kecamatan> kecamatan();

  @SqlQuery("select * from kelurahan order by kecamatan_code, name")
  List<Kelurahan> kelurahan();
}
