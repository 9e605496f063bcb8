/** The saved searches of an organization. */
@NullMarked
package org.contacts4j.application.view;

import org.jspecify.annotations.NullMarked;
