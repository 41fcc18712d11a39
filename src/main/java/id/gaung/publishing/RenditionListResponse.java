package id.gaung.publishing;

import id.gaung.kernel.Page;
import java.util.List;

/** A page of renditions as the API shows it. */
record RenditionListResponse(List<RenditionResponse> rows, int page, int pages, long total) {

  static RenditionListResponse from(Page<RenditionRow> page) {
    return new RenditionListResponse(
        page.rows().stream().map(RenditionResponse::from).toList(),
        page.number(),
        page.pages(),
        page.total());
  }
}
