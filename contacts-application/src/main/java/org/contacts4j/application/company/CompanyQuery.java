package org.contacts4j.application.company;

import org.contacts4j.application.Order;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.company.Company;
import org.jspecify.annotations.Nullable;

/**
 * Which companies are wanted, in what order, and how many at once.
 *
 * @param text what the name must contain, ignoring case and accents; null does not narrow
 * @param counted whether the total is wanted
 */
public record CompanyQuery(@Nullable String text, Order order, Slice slice, boolean counted) {

    public CompanyQuery {
        text = text == null || text.isBlank() ? null : text;
    }

    /** The first companies by name, with their total. */
    public static CompanyQuery first(int limit) {
        return new CompanyQuery(null, Order.BY_NAME, Slice.first(limit), true);
    }

    /** Whether the company is one of those wanted: what every store must answer alike. */
    public boolean matches(Company company) {
        return text == null || Folded.of(company.name()).contains(Folded.of(text.strip()));
    }
}
