// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/docsroutes.h"

#include "models/core/callsamples.h"
#include "server/core/docs/apidocs.h"
#include "server/core/http/router.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Reference pages";
constexpr qsizetype longestSearch = 200;
const QString localesParameter = u"ui_locales"_s;

QString addressOf(const QUrl &server) { return server.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash); }

ApiDocs::View viewOf(const Request &request, const QUrl &server)
{
    const QString chosen = request.query.queryItemValue(localesParameter, QUrl::FullyDecoded);
    return {.language = pageLanguage(chosen, request.headers.value("Accept-Language")),
            .chosen = !chosen.isEmpty(),
            .server = addressOf(server)};
}

/// Makes an answer of a page. The page runs this server's script only, and calls this server only.
Reply htmlReply(const QByteArray &html, const ApiDocs::View &view, int status = 200)
{
    Reply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = html;
    reply.headers.append("Content-Security-Policy",
                         "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                         "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    reply.headers.append("X-Frame-Options", "DENY");
    reply.headers.append("Referrer-Policy", "no-referrer");
    reply.headers.append("Content-Language", languageTag(view.language).toLatin1());
    reply.headers.append("Vary", "Accept-Language");
    reply.headers.append("Cache-Control", "no-cache");
    return reply;
}

Reply pageReply(ApiDocs &docs, const QUrl &server, const QString &path, const Request &request)
{
    const auto view = viewOf(request, server);
    const auto page = docs.page(path, view);
    return page ? htmlReply(*page, view) : throw Problem::notFound();
}

Reply indexReply(ApiDocs &docs, const QUrl &server, const Call &call)
{
    const QString search = call.query(u"q"_s).left(longestSearch);
    if (search.trimmed().isEmpty())
        return pageReply(docs, server, {}, call.request);
    const auto view = viewOf(call.request, server);
    return htmlReply(docs.found(search, view), view);
}

Reply fileReply(const QString &name)
{
    Reply reply;
    if (name == u"docs.css"_s) {
        reply.contentType = "text/css; charset=utf-8";
        reply.body = PageRenderer::file(u"tokens.css"_s) + PageRenderer::file(name);
    } else if (name == u"docs.js"_s) {
        reply.contentType = "text/javascript; charset=utf-8";
        reply.body = PageRenderer::file(name);
    } else {
        throw Problem::notFound();
    }
    reply.headers.append("Cache-Control", "no-cache");
    return reply;
}

Reply samplesReply(ApiDocs &docs, const QUrl &server, const QString &id)
{
    const auto sample = docs.sample(id, addressOf(server));
    if (!sample)
        throw Problem::notFound();
    CallSamples samples;
    samples.operationId = id;
    samples.page = addressOf(server) + u"/docs/calls/"_s + id;
    samples.variables = sample->variables();
    samples.curl = curlSample(*sample);
    samples.javascript = javaScriptSample(*sample);
    samples.python = pythonSample(*sample);
    samples.cpp = cppSample(*sample);
    return replyWith(samples);
}

Route pageRoute(ApiDocs &docs, const QUrl &server, const QString &path, const QString &summary,
                std::function<Reply(const Call &)> handle)
{
    return {
        .method = Method::Get,
        .path = path,
        .caller = Callers::anyone(),
        .tag = tag,
        .summary = summary,
        .query = {{localesParameter, u"Preferred languages of the reader: `%1`"_s.arg(languageTags().join(u"`, `"_s))}},
        .replyTypes = {u"text/html"_s},
        .runs = Runs::OnFilePool,
        .handle = std::move(handle),
        .atRoot = true,
        .openQuery = true,
        .refuse =
            [&](const Problem &problem, const Request &request) {
                const auto view = viewOf(request, server);
                return problem.status == 404 ? htmlReply(docs.missing(view), view, 404)
                                             : problemReply(problem, request);
            },
        .refusalType = u"text/html"_s,
    };
}
}

RouteTable docsRoutes(ApiDocs &docs, const QUrl &server)
{
    Route index = pageRoute(docs, server, u"/docs"_s, u"Show the API reference"_s,
                            [&](const Call &call) { return indexReply(docs, server, call); });
    index.query.prepend({u"q"_s, u"Words of a method, a path, a summary or a category"_s});
    return {
        index,
        pageRoute(docs, server, u"/docs/:page"_s, u"Show a page of the API reference: webhooks, or errors"_s,
                  [&](const Call &call) { return pageReply(docs, server, call.arg(u"page"), call.request); }),
        pageRoute(docs, server, u"/docs/calls/:operation_id"_s, u"Show the page of a call"_s,
                  [&](const Call &call) {
                      return pageReply(docs, server, u"calls/"_s + call.arg(u"operation_id"), call.request);
                  }),
        {
            .method = Method::Get,
            .path = u"/docs/files/:name"_s,
            .caller = Callers::anyone(),
            .tag = tag,
            .summary = u"Get the style sheet or the script of the API reference"_s,
            .replyTypes = {u"text/css"_s, u"text/javascript"_s},
            .runs = Runs::OnFilePool,
            .handle = [](const Call &call) { return fileReply(call.arg(u"name")); },
            .atRoot = true,
        },
        {
            .method = Method::Get,
            .path = u"/reference/calls/:operation_id/samples"_s,
            .caller = Callers::anyone(),
            .tag = u"Meta",
            .summary = u"Get a call of the API as samples in several languages"_s,
            .reply = &CallSamples::staticMetaObject,
            .runs = Runs::OnFilePool,
            .handle = [&](const Call &call) { return samplesReply(docs, server, call.arg(u"operation_id")); },
        },
    };
}
