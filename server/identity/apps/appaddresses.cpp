// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/apps/appaddresses.h"

#include "server/core/http/problem.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestAddress = 2000;

bool isLoopback(const QUrl &url)
{
    return url.host() == u"localhost"_s || url.host() == u"127.0.0.1"_s || url.host() == u"::1"_s;
}

/// A redirect URI is absolute and has no fragment (OAuth 2.1, 2.3.1). Its scheme is https, http on loopback, or a
/// private-use scheme for installed apps (RFC 8252, 7.1). URIs are compared exactly, so a `*` would only look like a
/// wildcard.
bool isRedirectUri(const QString &text, App::Platform platform)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.hasFragment() || url.scheme().isEmpty() || text.contains(u'*')
        || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == u"http"_s)
        return isLoopback(url);
    if (url.scheme() == u"https"_s)
        return !url.host().isEmpty();
    return url.scheme().contains(u'.') && platform != App::Platform::Html5;
}

/// An origin consists of scheme, host and port (RFC 6454, 6.2), exactly as browsers write it, because it is compared
/// with the text that they send.
bool isOrigin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    if (!url.isValid() || !web || url.host().isEmpty() || text.contains(u'*'))
        return false;
    const int usual = url.scheme() == u"https"_s ? 443 : 80;
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port(-1) == usual ? -1 : url.port(-1));
    return text == origin.toString(QUrl::FullyEncoded);
}

template <typename Fits>
void check(const QStringList &texts, const QStringList &stored, const QString &pointer, const QString &detail,
           FieldErrors &errors, Fits fits)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (stored.contains(texts[i]))
            continue;
        if (texts[i].size() > longestAddress || !fits(texts[i]))
            errors += {u"%1/%2"_s.arg(pointer).arg(i), u"malformed"_s, detail};
    }
}
}

void requireSoundAddresses(const App &app, const App &stored)
{
    FieldErrors errors;
    check(app.redirectUris, app.platform == stored.platform ? stored.redirectUris : QStringList(), u"/redirect_uris"_s,
          u"A redirect URI is absolute and has no fragment or wildcard. Use https, http on loopback, or, for "
          "installed apps, a scheme such as com.example.app."_s,
          errors, [&](const QString &text) { return isRedirectUri(text, app.platform); });
    check(app.origins, stored.origins, u"/origins"_s,
          u"An origin consists of a scheme, a host, and a port unless it is the default one: "
          "https://example.org."_s,
          errors, isOrigin);
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

namespace {
bool isLoopbackAddress(const QUrl &url)
{
    return url.scheme() == u"http"_s && (url.host() == u"127.0.0.1"_s || url.host() == u"::1"_s);
}
}

bool isRegisteredRedirect(const QStringList &registered, const QString &uri)
{
    if (registered.contains(uri))
        return true;
    QUrl wanted(uri, QUrl::StrictMode);
    if (!wanted.isValid() || !isLoopbackAddress(wanted))
        return false;
    wanted.setPort(-1);
    return std::any_of(registered.begin(), registered.end(), [&](const QString &text) {
        QUrl known(text, QUrl::StrictMode);
        const bool loopback = isLoopbackAddress(known);
        known.setPort(-1);
        return loopback && known.toString(QUrl::FullyEncoded) == wanted.toString(QUrl::FullyEncoded);
    });
}
