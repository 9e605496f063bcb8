package org.contacts4j.exporting;

import java.io.IOException;
import java.util.Optional;
import org.contacts4j.application.exporting.Photo;
import org.contacts4j.domain.contact.Contact;

/** The source of the photos in vCards. */
@FunctionalInterface
public interface Photos {

    /** No photos. */
    Photos NONE = contact -> Optional.empty();

    /**
     * Returns the photo of a contact.
     *
     * @throws IOException if its content cannot be read
     */
    Optional<Photo> of(Contact contact) throws IOException;
}
