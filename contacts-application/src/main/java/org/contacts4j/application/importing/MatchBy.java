package org.contacts4j.application.importing;

/**
 * By what a row of an import is recognised. A row that does not have it is recognised by the first that it has of e-mail,
 * code, phone together with the name, and the name alone; the last only among contacts that have nothing but a name. Who has
 * what it is recognised by comes before who had it until an import changed it.
 */
public enum MatchBy {
    /** Any of its e-mail addresses, ignoring case. */
    EMAIL,
    /** Any of its phone numbers, however they are typed. */
    PHONE,
    /** Its code, as it is. */
    CODE,
    /** The id that Contacts4J gave it; a row with an id that is not there fails, since ids are never an input. */
    ID
}
