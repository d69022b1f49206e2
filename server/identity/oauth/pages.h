// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"
#include "server/core/pages/pagerenderer.h"
#include "server/identity/credentials/keychallenges.h"
#include "server/identity/oauth/browsersessions.h"
#include "server/identity/oauth/parameters.h"

/// A page to show.
struct Page
{
    QString name; ///< name of the template
    QString title;
    QJsonObject values = {};
    QStringList forms = {}; ///< forms on the page: each gets a token
    QString keyForm = {}; ///< the form of KeyForms on the page, which gets a challenge; empty: the page has none
    QUrl leadsTo = {}; ///< where a form may send the browser, besides this server
    int status = 200;
};

/// Turns the server's own pages into answers, in the browser's language, protected against framing, forged forms and
/// injected content.
class Pages
{
public:
    Pages(BrowserSessions &browsers, const ServerKey &key)
        : m_cookie(browsers.cookie())
        , m_csrf(key)
        , m_challenges(key)
    {
    }

    Reply show(const Page &page, const Request &request) const;
    /// Returns an error page. `kind` selects the texts `error.KIND.title` and `error.KIND.message`.
    Reply error(const QString &kind, int status, const QString &code, const QString &detail,
                const Request &request) const;
    /// Returns the error page for a problem, for Route::refuse.
    Reply refusal(const Problem &problem, const Request &request) const;
    /// Sends the browser to the app. After a form, a web address is reached through a page of its own: Chromium applies
    /// a page's `form-action` to every redirect that follows a form, including redirects of the app's own site, which
    /// cannot be known.
    Reply leave(const QUrl &to, bool afterForm, const Request &request) const;

    /// Redirects to another page of this server after a form (303).
    static Reply goOn(const QString &address);
    /// Returns the address of a page with the app's query and further parameters.
    static QString address(const QByteArray &path, const Request &request,
                           const QList<QPair<QString, QString>> &more = {});

    QString text(const QString &name, const Request &request) const;
    /// Returns the text that tells the user how long to wait, for a problem with status 429.
    QString waitText(const Problem &problem, const Request &request) const;
    const PageRenderer &renderer() const { return m_renderer; }
    static PageLanguage language(const Request &request);

    /// Requires that the form comes from a page that this browser was shown for this request.
    /// Throws: Problem 403 `form_out_of_date`.
    void requireOwn(const QString &form, const OAuthParameters &fields, const Request &request) const;

private:
    QJsonArray languageLinks(const Request &request) const;

    BrowserCookie m_cookie;
    Csrf m_csrf;
    KeyChallenges m_challenges;
    PageRenderer m_renderer;
};

/// Returns the fields of a form (`application/x-www-form-urlencoded`).
/// Throws: Problem 415 for another media type.
OAuthParameters formFields(const Request &request);
/// Returns the target of a redirect as shown to the user: the host, in ASCII so that no letter imitates another, or the
/// scheme of an installed app.
QString targetName(const QUrl &to);
/// Returns whether a redirect leads to a web server, on this machine or another, and not to an installed app.
bool leadsToWeb(const QUrl &to);
