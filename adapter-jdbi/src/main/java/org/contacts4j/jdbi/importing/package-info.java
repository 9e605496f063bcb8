@NullMarked
package org.contacts4j.jdbi.importing;

import org.jspecify.annotations.NullMarked;
