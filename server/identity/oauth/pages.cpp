// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/pages.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const QString localesParameter = u"ui_locales"_s;

/// The pages load nothing, cannot be framed, and send forms nowhere else. The style sheet, and the script of a page
/// that asks for a security key, are allowed by their hashes.
QByteArray contentPolicy(const QByteArray &style, const QUrl &leadsTo, const QByteArray &script = {})
{
    // A private-use scheme opens the app, so redirects after it do not concern the browser.
    const QByteArray app = leadsTo.isEmpty() || leadsToWeb(leadsTo) ? "" : ' ' + leadsTo.scheme().toLatin1() + ':';
    const QByteArray scripts = script.isEmpty() ? script : "; script-src " + script;
    return "default-src 'none'; style-src " + style + scripts + "; form-action 'self'" + app
        + "; frame-ancestors 'none'; base-uri 'none'";
}

void close(Reply &reply, const QByteArray &policy)
{
    reply.headers.append("Content-Security-Policy", policy);
    reply.headers.append("X-Frame-Options", "DENY");
    reply.headers.append("Referrer-Policy", "no-referrer");
    reply.headers.append("Cache-Control", "no-store");
}

QString kindOf(const Problem &problem)
{
    if (problem.code == u"form_out_of_date"_s)
        return u"form"_s;
    if (problem.status == 401 || problem.status == 404) // of a signed address
        return u"link"_s;
    if (problem.code.startsWith(u"app_"_s))
        return u"app"_s;
    if (problem.status == 429 || problem.status == 503)
        return u"busy"_s;
    return problem.status >= 500 ? u"server"_s : u"request"_s;
}
}

Reply Pages::show(const Page &page, const Request &request) const
{
    Reply reply;
    reply.status = page.status;
    reply.contentType = "text/html; charset=utf-8";
    QString secret = m_cookie.secret(request);
    if (secret.isEmpty()) {
        secret = BrowserCookie::newSecret();
        reply.headers.append("Set-Cookie", m_cookie.set(secret));
    }
    const QUrlQuery query = BrowserSessions::queryOf(request);
    QJsonObject tokens;
    for (const QString &form : page.forms)
        tokens.insert(form, QString::fromLatin1(m_csrf.token(form.toLatin1(), secret, query)));

    QJsonObject values = page.values;
    values.insert(u"title"_s, page.title);
    values.insert(u"action"_s, address(request.path, request));
    values.insert(u"csrf"_s, tokens);
    values.insert(u"languages"_s, languageLinks(request));
    if (!page.keyForm.isEmpty()) {
        values.insert(u"challenge"_s, QString::fromLatin1(m_challenges.make(page.keyForm, secret)));
        values.insert(u"script"_s, m_renderer.script());
    }
    reply.body = m_renderer.page(page.name, language(request), values);
    const QByteArray script = page.keyForm.isEmpty() ? QByteArray() : m_renderer.scriptSource();
    close(reply, contentPolicy(m_renderer.styleSource(), page.leadsTo, script));
    return reply;
}

QJsonArray Pages::languageLinks(const Request &request) const
{
    QJsonArray links;
    for (const PageLanguage each : pageLanguages()) {
        links += QJsonObject{{u"code"_s, languageTag(each)},
                             {u"name"_s, languageName(each)},
                             {u"current"_s, each == language(request)},
                             {u"href"_s, address(request.path, request, {{localesParameter, languageTag(each)}})}};
    }
    return links;
}

Reply Pages::error(const QString &kind, int status, const QString &code, const QString &detail,
                   const Request &request) const
{
    const bool canStartAgain = kind == u"form"_s || kind == u"busy"_s || kind == u"server"_s;
    return show({.name = u"error"_s,
                 .title = text(u"error."_s + kind + u".title"_s, request),
                 .values = {{u"message"_s, text(u"error."_s + kind + u".message"_s, request)},
                            {u"code"_s, code},
                            {u"detail"_s, detail},
                            {u"request_id"_s, QString::fromLatin1(request.id)},
                            {u"again"_s, canStartAgain ? address("/oauth/authorize", request) : QString()}},
                 .status = status},
                request);
}

Reply Pages::refusal(const Problem &problem, const Request &request) const
{
    Reply reply = error(kindOf(problem), problem.status, problem.code, problem.detail, request);
    for (const auto &[name, value] : problem.headers)
        reply.headers.append(name, value);
    return reply;
}

Reply Pages::leave(const QUrl &to, bool afterForm, const Request &request) const
{
    if (afterForm && leadsToWeb(to))
        return show({.name = u"return"_s,
                     .title = text(u"return.title"_s, request),
                     .values = {{u"refresh"_s, QString::fromLatin1(to.toEncoded())}, {u"target"_s, targetName(to)}}},
                    request);
    Reply reply = Reply::redirect(to);
    reply.status = afterForm ? 303 : 302;
    close(reply, contentPolicy(m_renderer.styleSource(), {}));
    return reply;
}

Reply Pages::goOn(const QString &address)
{
    Reply reply;
    reply.status = 303;
    reply.headers.append("Location", address.toLatin1());
    reply.headers.append("Cache-Control", "no-store");
    return reply;
}

QString Pages::address(const QByteArray &path, const Request &request, const QList<QPair<QString, QString>> &more)
{
    QUrlQuery query = BrowserSessions::queryOf(request);
    for (const auto &[name, value] : more) {
        query.removeAllQueryItems(name);
        query.addQueryItem(name, value);
    }
    return QString::fromLatin1(path) + u'?' + query.query(QUrl::FullyEncoded);
}

QString Pages::waitText(const Problem &problem, const Request &request) const
{
    const int seconds = std::max(1, problem.headers.value("Retry-After").toInt());
    const int count = seconds < 60 ? seconds : (seconds + 59) / 60;
    const QString unit = seconds < 60 ? u"time.second"_s : u"time.minute"_s;
    return text(u"signin.wait"_s, request).arg(m_renderer.countedText(unit, language(request), count));
}

QString Pages::text(const QString &name, const Request &request) const
{
    return m_renderer.text(name, language(request));
}

PageLanguage Pages::language(const Request &request)
{
    return pageLanguage(request.query.queryItemValue(localesParameter, QUrl::FullyDecoded).replace(u'+', u' '),
                        request.headers.value("Accept-Language"));
}

void Pages::requireOwn(const QString &form, const OAuthParameters &fields, const Request &request) const
{
    if (!m_csrf.matches(form.toLatin1(), m_cookie.secret(request), BrowserSessions::queryOf(request),
                        fields.value(u"csrf_token"_s).toLatin1()))
        throw Problem::forbidden(u"form_out_of_date"_s, u"The form was not shown in this browser."_s);
}

OAuthParameters formFields(const Request &request)
{
    const QByteArray type = before(request.headers.value("Content-Type"), ';').trimmed().toLower();
    if (type != "application/x-www-form-urlencoded")
        throw Problem(415, u"unsupported_media_type"_s, u"The body must be application/x-www-form-urlencoded."_s);
    return OAuthParameters(QUrlQuery(QString::fromLatin1(request.body)));
}

bool leadsToWeb(const QUrl &to) { return to.scheme() == u"https"_s || to.scheme() == u"http"_s; }

QString targetName(const QUrl &to) { return leadsToWeb(to) ? to.host(QUrl::FullyEncoded) : to.scheme(); }
