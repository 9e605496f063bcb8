@NullMarked
package org.contacts4j.application.importing;

import org.jspecify.annotations.NullMarked;
