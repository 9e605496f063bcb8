package org.contacts4j.application.customvalue;

import java.util.List;
import java.util.Optional;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.domain.id.OrganizationId;

/** The stored custom values. Values of other organizations are treated as absent. */
public interface CustomValues {

    /** Returns all values, by key. */
    List<CustomValue> list(OrganizationId organization);

    /** Returns the value and locks it until the transaction ends. */
    Optional<CustomValue> lock(OrganizationId organization, String key);

    /** Inserts a value. Its key must be unused. */
    void insert(OrganizationId organization, CustomValue value);

    /** Updates the value under this value's key. */
    void update(OrganizationId organization, CustomValue value);

    /** Deletes the value. */
    void delete(OrganizationId organization, String key);
}
