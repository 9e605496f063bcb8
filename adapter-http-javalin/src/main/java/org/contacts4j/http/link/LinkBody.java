package org.contacts4j.http.link;

import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.Json;
import org.contacts4j.json.PatchReader;
import org.contacts4j.json.ValueReaders;

/** The request bodies that create links. Unknown members are ignored. */
final class LinkBody {

    private static final PatchReader<Link> MEMBERS = PatchReader.<Link>empty()
            .with(LinkField.TYPE, ValueReaders.word(LinkType.class))
            .with(LinkField.EXTERNAL_ID, ValueReaders.TEXT)
            .with(LinkField.TITLE, ValueReaders.TEXT)
            .with(LinkField.STATUS, ValueReaders.TEXT)
            .with(LinkField.URL, ValueReaders.TEXT)
            .with(LinkField.AMOUNT, ValueReaders.DECIMAL)
            .with(LinkField.CURRENCY, ValueReaders.TEXT);

    private LinkBody() {}

    /** Returns the patch of a body. The patch has a validation error for every member of a wrong type. */
    static Patch<Link> read(byte[] json) {
        return MEMBERS.read(Json.readObject(json));
    }
}
