package org.contacts4j.jdbi.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.view.Views;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.view.View;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** {@link Views} in one JSON row per organization, because views are always read and replaced together. */
public final class JdbiViews implements Views {

    private static final String SELECT =
            "select views, version from saved_views where organization_id = :organization ";

    private static final String INSERT =
            "insert into saved_views (organization_id, views, version) values (:organization, :views, :version)";

    private static final String UPDATE =
            "update saved_views set views = :views, version = :version where organization_id = :organization";

    private final UnitOfWork unitOfWork;

    public JdbiViews(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public SavedViews find(OrganizationId organization) {
        return select(unitOfWork.reading(), organization, "");
    }

    @Override
    public SavedViews lock(OrganizationId organization) {
        return select(unitOfWork.locking(), organization, unitOfWork.database().forUpdate("saved_views"));
    }

    @Override
    public void replace(OrganizationId organization, SavedViews before, SavedViews after) {
        String statement = before.version() == 0 ? INSERT : UPDATE;
        unitOfWork.write(new StatementBatch(organization)
                .and(
                        statement,
                        parameters -> parameters
                                .text("views", Json.write(after.views()))
                                .number("version", after.version())));
    }

    private SavedViews select(Handle handle, OrganizationId organization, String lock) {
        try (Query query = handle.createQuery(SELECT + lock)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.first(query, (row, context) -> savedViews(row)).orElse(SavedViews.NONE);
        }
    }

    private static SavedViews savedViews(ResultSet row) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        List<View> views = new ArrayList<>();
        for (@Nullable Object view : Json.readList(columns.text())) {
            if (view instanceof Map<?, ?> members) {
                views.add(view(members));
            }
        }
        return new SavedViews(views, columns.number());
    }

    @SuppressWarnings("unchecked") // JdbiViews wrote these types
    private static View view(Map<?, ?> view) {
        return new View(
                String.valueOf(view.get("id")),
                String.valueOf(view.get("name")),
                (Map<String, @Nullable Object>) view.get("query"),
                (String) view.get("q"),
                (List<String>) view.get("columns"),
                view.get("sort"));
    }
}
