package org.contacts4j.jdbi.filter;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.filter.Comparison;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Range;
import org.contacts4j.domain.filter.Comparison.Within;
import org.contacts4j.domain.filter.ExactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.sql.StatementParameters;

/** Comparisons of columns with ids, constants and texts as they are stored. */
record ExactClause(Visibility visibility, Bindings bindings) {

    private static final Map<ExactField<?>, String> COLUMNS = Map.of(
            Fields.id(), "r.id",
            Fields.exactName(), "r.name",
            Fields.status(), "r.status",
            Fields.companyId(), "r.company_id",
            Fields.exactDepartment(), "r.department",
            Fields.preferredMethod(), "r.preferred_method",
            Fields.manager(), "r.reports_to");

    private static final Set<ExactField<?>> IDS = Set.of(Fields.id(), Fields.companyId(), Fields.manager());

    /** Fields that are compared with an array even if it has one value, so that all lists have the same plan. */
    private static final Set<ExactField<?>> ALWAYS_ARRAYS = Set.of(Fields.id(), Fields.status());

    String comparison(ExactField<?> field, Comparison<?> comparison) {
        String column = Objects.requireNonNull(COLUMNS.get(field));
        String sql = comparison instanceof OneOf<?> wanted
                ? oneOf(
                        field,
                        column,
                        wanted.values().stream().map(ExactClause::text).toList())
                : comparison instanceof Within<?> within
                        ? FilterClause.joined(within.ranges(), " or ", range -> idRange(column, range))
                        : column + " is not null";
        return field.equals(Fields.manager()) && visibility instanceof Visibility.AssignedTo
                ? visible(column, sql)
                : sql;
    }

    private String idRange(String column, Range<?> range) {
        return FilterClause.range(
                column, range, id -> bindings.add((to, name) -> to.uuid(name, ((ContactId) id).value())));
    }

    private String oneOf(ExactField<?> field, String column, List<String> wanted) {
        if (field.equals(Fields.exactName())) {
            return names(wanted);
        }
        return wanted.size() == 1 && !ALWAYS_ARRAYS.contains(field)
                ? column + " = :" + bindings.add((to, name) -> bind(to, name, field, wanted.get(0)))
                : column + " = any(:" + bindings.add((to, name) -> bindAll(to, name, field, wanted)) + ")";
    }

    private static void bind(StatementParameters to, String name, ExactField<?> field, String value) {
        if (IDS.contains(field)) {
            to.uuid(name, UUID.fromString(value));
        } else {
            to.text(name, value);
        }
    }

    private static void bindAll(StatementParameters to, String name, ExactField<?> field, List<String> values) {
        if (IDS.contains(field)) {
            to.uuids(name, values);
        } else {
            to.texts(name, values);
        }
    }

    /** Returns the condition on the folded sort key, which is indexed, and then on the exact name. */
    private String names(List<String> wanted) {
        List<String> keys = wanted.stream().map(Folded::sortKey).distinct().toList();
        return "(r.sort_name = any(:" + bindings.add((to, name) -> to.sortKeys(name, keys)) + ") and r.name = any(:"
                + bindings.add((to, name) -> to.texts(name, wanted)) + "))";
    }

    /** Returns the condition, and that the member can see the contact whose id the column has. */
    private String visible(String column, String sql) {
        bindings.add(parameters -> VisibilityClause.bindId(visibility, parameters));
        return "(" + sql + " and " + VisibilityClause.ofId(column) + " is not null)";
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? EnumNames.of(constant) : value.toString();
    }
}
