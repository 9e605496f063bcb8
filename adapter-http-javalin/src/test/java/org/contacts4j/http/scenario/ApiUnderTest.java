package org.contacts4j.http.scenario;

/** The running server that a test suite requires. */
interface ApiUnderTest {

    RunningApi api();
}
