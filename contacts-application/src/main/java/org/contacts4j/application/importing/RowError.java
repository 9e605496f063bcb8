package org.contacts4j.application.importing;

import org.contacts4j.domain.validation.Fault;

/** A validation error of a row of an import. */
public record RowError(long row, Fault fault) {}
