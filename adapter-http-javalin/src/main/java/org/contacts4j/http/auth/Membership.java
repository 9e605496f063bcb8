package org.contacts4j.http.auth;

import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;

/** What a token's member is in one of their organisations. */
record Membership(OrganizationId organization, Role role, DataScope data) {}
