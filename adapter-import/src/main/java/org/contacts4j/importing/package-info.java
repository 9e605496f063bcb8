/**
 * Reading files of contacts and importing them. {@link org.contacts4j.importing.ImportFile} reads a file, {@link
 * org.contacts4j.importing.ImportWorker} runs the imports of a store in the background.
 */
@NullMarked
package org.contacts4j.importing;

import org.jspecify.annotations.NullMarked;
