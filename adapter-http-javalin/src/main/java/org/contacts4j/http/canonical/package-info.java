/** What is the canonical API's own and shared by its features: its failures, its pages, its cursors. */
@NullMarked
package org.contacts4j.http.canonical;

import org.jspecify.annotations.NullMarked;
