package org.contacts4j.application.importing;

/** A failed row, and the job that it belongs to. */
public record FailedRowOfJob(ImportId job, FailedRow failed) {}
