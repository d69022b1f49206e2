// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"
#include "server/identity/oauth/browsersessions.h"
#include "server/identity/oauth/pagerenderer.h"
#include "server/identity/oauth/parameters.h"

/// A page to be shown.
struct Page
{
    QString name; ///< of its template
    QString title;
    QJsonObject values = {};
    QStringList forms = {}; ///< the forms in it: each gets a token
    QUrl leadsTo = {}; ///< where the answer to a form may send the browser, beside to this server
    int status = 200;
};

/// The server's own pages, as answers: dressed, in the browser's language, and closed against what other sites and
/// planted texts could do with them.
class Pages
{
public:
    Pages(BrowserSessions &browsers, const ServerKey &key)
        : m_cookie(browsers.cookie())
        , m_csrf(key)
    {
    }

    Reply show(const Page &page, const Request &request) const;
    /// What cannot go on, for people. `kind`: the texts `error.KIND.title` and `error.KIND.message`.
    Reply error(const QString &kind, int status, const QString &code, const QString &detail,
                const Request &request) const;
    /// The page that a problem becomes, for Route::refuse.
    Reply refusal(const Problem &problem, const Request &request) const;
    /// Sends the browser to the app. The answer to a form, and what follows from one, goes over a page of its own where
    /// that works: Chromium holds a page's `form-action` against every redirect that its form leads to, also those that
    /// the app makes, and nobody can know them.
    Reply leave(const QUrl &to, bool afterForm, const Request &request) const;

    /// To another page of this server, after a form: 303.
    static Reply goOn(const QString &address);
    /// One of these pages, with the query that the app has sent the browser with, and more.
    static QString address(const QByteArray &path, const Request &request,
                           const QList<QPair<QString, QString>> &more = {});

    QString text(const QString &name, const Request &request) const;
    /// That somebody has to wait, and how long: of a problem with the status 429.
    QString waitText(const Problem &problem, const Request &request) const;
    const PageRenderer &renderer() const { return m_renderer; }
    static PageLanguage language(const Request &request);

    /// Whether the form came from a page that this browser was shown, for this very request. Throws Problem 403
    /// `form_out_of_date`.
    void requireOwn(const QString &form, const OAuthParameters &fields, const Request &request) const;

private:
    QJsonArray languageLinks(const Request &request) const;

    BrowserCookie m_cookie;
    Csrf m_csrf;
    PageRenderer m_renderer;
};

/// The fields of a form (`application/x-www-form-urlencoded`). Throws Problem 415 for another type.
OAuthParameters formFields(const Request &request);
/// Whom a redirect leads to, as one would tell a person: a host (as ASCII, so that no letter looks like another), or
/// the scheme of an app's own.
QString targetName(const QUrl &to);
/// Whether a redirect leads to a web server, of this machine or another, and not to an app by a scheme of its own.
bool leadsToWeb(const QUrl &to);
