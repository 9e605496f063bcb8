package org.contacts4j.exporting;

import ezvcard.VCardVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The file formats of contacts. */
public enum ExportFormat {
    /** A table of comma-separated values (RFC 4180), which spreadsheets open. */
    CSV("text/csv;charset=utf-8", "csv"),
    /** One contact in a line, as the JSON of the canonical API. */
    JSON_LINES("application/jsonl;charset=utf-8", "jsonl"),
    /** vCard 3.0 (RFC 2426), which all address books read. */
    VCARD_3("text/vcard;version=3.0;charset=utf-8", "vcf"),
    /** vCard 4.0 (RFC 6350). */
    VCARD_4("text/vcard;version=4.0;charset=utf-8", "vcf"),
    /** A list of vCards in JSON (RFC 7095). */
    JCARD("application/vcard+json;charset=utf-8", "json");

    private final String contentType;
    private final String extension;

    ExportFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** Returns the media type with its parameters. */
    public String contentType() {
        return contentType;
    }

    /** Returns the usual extension of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** Returns whether the contacts of a file are divided into columns. */
    public boolean isTable() {
        return this == CSV;
    }

    /** Returns whether the contacts of a file can have photos. */
    public boolean hasPhotos() {
        return this == VCARD_3 || this == VCARD_4 || this == JCARD;
    }

    /**
     * Begins a file without photos.
     *
     * @param columns the columns of a table; other formats contain all fields
     * @param continues whether this file continues an earlier one; it then begins without a header
     */
    public ContactsWriter writer(List<ExportColumn> columns, OutputStream out, boolean continues) throws IOException {
        return writer(columns, out, continues, Photos.NONE);
    }

    /**
     * Begins a file.
     *
     * @param columns the columns of a table; other formats contain all fields
     * @param continues whether this file continues an earlier one; it then begins without a header
     * @param photos the photos of vCards
     */
    public ContactsWriter writer(List<ExportColumn> columns, OutputStream out, boolean continues, Photos photos)
            throws IOException {
        return switch (this) {
            case CSV -> new CsvContacts(columns, out, !continues);
            case JSON_LINES -> new JsonLines(out);
            case VCARD_3 -> new Vcards(out, VCardVersion.V3_0, photos);
            case VCARD_4 -> new Vcards(out, VCardVersion.V4_0, photos);
            case JCARD -> new Jcards(out, photos);
        };
    }
}
