package org.contacts4j.application.importing.warning;

import org.contacts4j.application.importing.ImportId;

/**
 * A stored warning, and the job that it belongs to.
 *
 * @param position the position among the warnings of the job, from 0
 */
public record WarningOfJob(ImportId job, int position, ImportWarning warning) {}
