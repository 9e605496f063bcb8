/** Readers and writers of JSON, including readers of patches. */
@NullMarked
package org.contacts4j.json;

import org.jspecify.annotations.NullMarked;
