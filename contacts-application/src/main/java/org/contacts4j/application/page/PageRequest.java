package org.contacts4j.application.page;

import org.contacts4j.application.page.Page.Total;

/**
 * A request for a page of a list: its order, its slice, and how far the matching records are counted. {@code
 * orderBy(NAME).page(2).limit(20)} requests the second page of 20 records by name. Unless it says otherwise, it requests
 * the first {@value #DEFAULT_LIMIT} records, and a count up to {@link Total#COUNT_LIMIT}.
 */
public record PageRequest(Order order, Slice slice, Counting counting) {

    private static final int DEFAULT_LIMIT = 20;

    /** How far matches are counted. */
    public enum Counting {
        /** Matches are not counted; there is no total. */
        NONE,
        /** Matches are counted up to {@link Total#COUNT_LIMIT}, as far as a count is fast. */
        BOUNDED,
        /** All matches are counted; the total is exact. */
        FULL
    }

    /** Returns a request for records in the ascending order of this key. */
    public static PageRequest orderBy(Order.Key key) {
        return of(new Order(key, false), Slice.first(DEFAULT_LIMIT));
    }

    /** Returns a request for the first records by name. */
    public static PageRequest first(int limit) {
        return of(Order.BY_NAME, Slice.first(limit));
    }

    /** Returns a request for this slice in this order. */
    public static PageRequest of(Order order, Slice slice) {
        return new PageRequest(order, slice, Counting.BOUNDED);
    }

    /** Returns this request in descending order. */
    public PageRequest descending() {
        return new PageRequest(new Order(order.key(), true), slice, counting);
    }

    /** Returns this request with another page size. The page number remains. */
    public PageRequest limit(int limit) {
        return slice(new Slice(limit, slice.offset() / slice.limit() * limit, slice.after()));
    }

    /** Returns this request with this page number, from 1. */
    public PageRequest page(long number) {
        return slice(Slice.at((number - 1) * slice.limit(), slice.limit()));
    }

    /** Returns this request with the page after this position, such as {@link Page#next}. */
    public PageRequest after(Position position) {
        return slice(Slice.after(position, slice.limit()));
    }

    /** Returns this request with another slice. */
    public PageRequest slice(Slice other) {
        return new PageRequest(order, other, counting);
    }

    /** Returns this request without a total. */
    public PageRequest uncounted() {
        return new PageRequest(order, slice, Counting.NONE);
    }

    /** Returns this request with an exact total. Counting all matches of a common condition takes long. */
    public PageRequest countedInFull() {
        return new PageRequest(order, slice, Counting.FULL);
    }

    /** Returns whether a total is requested. */
    public boolean isCounted() {
        return counting != Counting.NONE;
    }
}
