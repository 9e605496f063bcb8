package org.contacts4j.application.company;

import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.company.Company;
import org.jspecify.annotations.Nullable;

/**
 * A query for companies: condition, order and slice.
 *
 * @param text the text that the name must contain, ignoring case and accents; null for any name
 * @param counted whether the total is requested
 */
public record CompanyQuery(@Nullable String text, Order order, Slice slice, boolean counted) {

    public CompanyQuery {
        text = text == null || text.isBlank() ? null : text;
    }

    /** Returns a query for the first companies by name, with their total. */
    public static CompanyQuery first(int limit) {
        return new CompanyQuery(null, Order.BY_NAME, Slice.first(limit), true);
    }

    /** Returns whether the company matches. Every store must apply this rule. */
    public boolean matches(Company company) {
        return text == null || Folded.of(company.name()).contains(Folded.of(text.strip()));
    }
}
