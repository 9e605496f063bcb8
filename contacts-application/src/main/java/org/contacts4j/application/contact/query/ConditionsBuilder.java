package org.contacts4j.application.contact.query;

import java.util.List;
import java.util.Set;
import org.contacts4j.application.contact.query.ContactQuery.Conditions;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.jspecify.annotations.Nullable;

/** A builder of {@link Conditions}. A contact must meet all of them. A null condition matches every contact. */
public final class ConditionsBuilder {

    private Set<ContactStatus> statuses = Set.of();
    private @Nullable CompanyId company;
    private @Nullable String department;
    private @Nullable ContactMethod preferredMethod;
    private @Nullable MemberId assignedTo;
    private List<String> tags = List.of();
    private @Nullable String text;
    private boolean withManager;
    private Filter filter = Filter.NONE;
    private @Nullable TeamId team;
    private Selection selection = Selection.NONE;

    ConditionsBuilder() {}

    /** Requires one of these statuses. */
    public ConditionsBuilder statuses(Set<ContactStatus> wanted) {
        statuses = wanted;
        return this;
    }

    public ConditionsBuilder company(@Nullable CompanyId wanted) {
        company = wanted;
        return this;
    }

    /** Requires exactly this department. */
    public ConditionsBuilder department(@Nullable String wanted) {
        department = wanted;
        return this;
    }

    public ConditionsBuilder preferredMethod(@Nullable ContactMethod wanted) {
        preferredMethod = wanted;
        return this;
    }

    public ConditionsBuilder assignedTo(@Nullable MemberId wanted) {
        assignedTo = wanted;
        return this;
    }

    /** Requires all of these tags, ignoring case. */
    public ConditionsBuilder tags(List<String> wanted) {
        tags = wanted;
        return this;
    }

    /** Requires this text in the name, e-mails, phones or company, ignoring case and accents. */
    public ConditionsBuilder text(@Nullable String wanted) {
        text = wanted;
        return this;
    }

    /** Requires a manager. */
    public ConditionsBuilder withManager() {
        withManager = true;
        return this;
    }

    public ConditionsBuilder filter(Filter wanted) {
        filter = wanted;
        return this;
    }

    /** Requires an assignment to this team. */
    public ConditionsBuilder team(@Nullable TeamId wanted) {
        team = wanted;
        return this;
    }

    public ConditionsBuilder selection(Selection wanted) {
        selection = wanted;
        return this;
    }

    /**
     * Returns the conditions.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid if a text has characters that no stored text can contain
     */
    public Conditions build() {
        return new Conditions(
                statuses,
                company,
                department,
                preferredMethod,
                assignedTo,
                tags,
                text,
                withManager,
                filter,
                team,
                selection);
    }
}
