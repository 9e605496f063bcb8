package org.contacts4j.http.server;

import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestIds;
import org.contacts4j.http.server.route.Apis;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A handler that assigns the request id and the connector name, and sets the headers of every response. It also removes
 * headers that would make the router change the method or open a WebSocket.
 */
final class RequestIdHandler extends Handler.Wrapper {

    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
    private static final String WEB_SOCKET = "Sec-WebSocket-Version";

    private final Apis apis;

    RequestIdHandler(Apis apis) {
        this.apis = apis;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        response.getHeaders().put(RequestIds.HEADER, RequestIds.acceptOrCreate(headers.get(RequestIds.HEADER)));
        StandardHeaders.put(apis, request, response);
        @Nullable
        String connectorName = request.getConnectionMetaData().getConnector().getName();
        if (connectorName != null) {
            request.setAttribute(RequestHead.CONNECTOR, connectorName);
        }
        boolean plain = !headers.contains(METHOD_OVERRIDE) && !headers.contains(WEB_SOCKET);
        return super.handle(plain ? request : new Plain(request), response, callback);
    }

    private static final class Plain extends Request.Wrapper {

        private final HttpFields headers;

        Plain(Request request) {
            super(request);
            headers = HttpFields.build(request.getHeaders())
                    .remove(METHOD_OVERRIDE)
                    .remove(WEB_SOCKET)
                    .asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
