package org.contacts4j.domain.view;

import java.util.List;

/**
 * All views of an organisation, in the order they are shown.
 *
 * @param version counts the changes; 0 while none was ever saved
 */
public record SavedViews(List<View> views, long version) {

    /** The most views an organisation has. */
    public static final int MAX_VIEWS = 100;

    /** The most bytes that all of them take as JSON. */
    public static final int MAX_BYTES = 512 * 1024;

    /** Nothing was saved yet. */
    public static final SavedViews NONE = new SavedViews(List.of(), 0);

    public SavedViews {
        views = List.copyOf(views);
    }

    /** These views in place of those that were there, one version further; or those, when they are the same. */
    public SavedViews replacedBy(List<View> others) {
        return version > 0 && views.equals(others) ? this : new SavedViews(others, version + 1);
    }
}
