package id.gaung.catalogue;

import id.gaung.web.Form;

/** Where a file is uploaded. */
public record ImportNewPage(Form form) {}
