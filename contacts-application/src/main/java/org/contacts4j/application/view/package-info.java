/** The searches that an organisation has saved. */
@NullMarked
package org.contacts4j.application.view;

import org.jspecify.annotations.NullMarked;
