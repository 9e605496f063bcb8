package org.contacts4j.domain.view;

import java.util.List;

/**
 * All views of an organization, in display order.
 *
 * @param version the number of changes; 0 if no views were ever saved
 */
public record SavedViews(List<View> views, long version) {

    /** The maximum number of views of an organization. */
    public static final int MAX_VIEWS = 100;

    /** The maximum JSON size of all views together, in bytes. */
    public static final int MAX_BYTES = 512 * 1024;

    /** The views of an organization that has not saved any. */
    public static final SavedViews NONE = new SavedViews(List.of(), 0);

    public SavedViews {
        views = List.copyOf(views);
    }

    /** Returns the given views at the next version. Returns this instance if nothing changes and a version exists. */
    public SavedViews replacedBy(List<View> others) {
        return version > 0 && views.equals(others) ? this : new SavedViews(others, version + 1);
    }
}
