package org.contacts4j.application.customvalue;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.customvalue.CustomValue;

/** The custom values that are kept. Those of another organisation are as good as not there. */
public interface CustomValues {

    /** Every value, by key. */
    List<CustomValue> list(OrganizationId organization);

    /** The value, for a change of it: held against other writers until the transaction ends. */
    Optional<CustomValue> lock(OrganizationId organization, String key);

    /** Keeps a new value. Its key must be free. */
    void insert(OrganizationId organization, CustomValue value);

    /** Keeps what is under the key of this value now. */
    void update(OrganizationId organization, CustomValue value);

    /** Forgets the value. */
    void delete(OrganizationId organization, String key);
}
