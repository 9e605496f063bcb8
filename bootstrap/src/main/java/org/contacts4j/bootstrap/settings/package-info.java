/** Settings: flags, environment variables and the settings file, read and validated. */
@NullMarked
package org.contacts4j.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
