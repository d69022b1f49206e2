// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/formbrowser.h"

#include "tests/support/testserver.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostRedirects = 10;

QString unescaped(QString html)
{
    return html.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&apos;"_s, u"'"_s)
        .replace(u"&amp;"_s, u"&"_s);
}
}

FormBrowser::FormBrowser(const TestServer &server)
    : m_root(server.base().toString(QUrl::RemovePath))
    , m_client(server.base())
{
}

const Answer &FormBrowser::open(const QString &target, const HttpClient::Headers &headers)
{
    m_headers = headers;
    m_left.clear();
    HttpClient::Headers all = m_headers;
    all.emplaceBack("Cookie", m_cookie);
    return follow(m_client.get(m_root + target, all));
}

const Answer &FormBrowser::submit(const QString &form, const Fields &fields)
{
    Fields all = fieldsOf(form);
    if (all.isEmpty())
        throw std::runtime_error("the page has no form " + form.toStdString() + ": " + m_page.text().toStdString());
    const QString target = all.take(QString());
    for (auto it = fields.begin(); it != fields.end(); ++it)
        all.insert(it.key(), it.value());
    return send(target, all);
}

const Answer &FormBrowser::send(const QString &target, const Fields &fields)
{
    m_left.clear();
    HttpClient::Headers all = m_headers;
    all.emplaceBack("Cookie", m_cookie);
    all.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    return follow(m_client.send("POST", m_root + target, encoded(fields).toLatin1(), all));
}

const Answer &FormBrowser::follow(Answer answer)
{
    for (int i = 0; i < mostRedirects; ++i) {
        if (const QByteArray set = answer.header("Set-Cookie"); !set.isEmpty()) {
            m_cookieAsSet = set;
            m_cookie = set.left(set.indexOf(';'));
        }
        m_page = answer;
        const QString location = QString::fromLatin1(answer.header("Location"));
        if (location.isEmpty() || leaveBy(location))
            break;
        HttpClient::Headers all = m_headers;
        all.emplaceBack("Cookie", m_cookie);
        answer = m_client.get(m_root + location, all);
    }
    static const QRegularExpression refresh(u"<meta http-equiv=\"refresh\" content=\"0;url=([^\"]*)\">"_s);
    if (const auto match = refresh.match(html()); match.hasMatch())
        leaveBy(unescaped(match.captured(1)));
    return m_page;
}

bool FormBrowser::leaveBy(const QString &location)
{
    if (location.startsWith(u'/'))
        return false;
    m_left = QUrl(location, QUrl::StrictMode);
    return true;
}

QString FormBrowser::answer(const QString &parameter) const
{
    return QUrlQuery(m_left).queryItemValue(parameter, QUrl::FullyDecoded);
}

FormBrowser::Fields FormBrowser::fieldsOf(const QString &form) const
{
    static const QRegularExpression forms(u"<form[^>]* action=\"([^\"]*)\">(.*?)</form>"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression hidden(u"<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\""_s);
    const QString page = html();
    for (auto match = forms.globalMatch(page); match.hasNext();) {
        const auto found = match.next();
        Fields fields{{QString(), unescaped(found.captured(1))}};
        for (auto field = hidden.globalMatch(found.captured(2)); field.hasNext();) {
            const auto one = field.next();
            fields.insert(one.captured(1), unescaped(one.captured(2)));
        }
        if (fields.value(u"form"_s) == form)
            return fields;
    }
    return {};
}

QString FormBrowser::encoded(const Fields &fields)
{
    QStringList pairs;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        pairs += escaped(it.key()) + u'=' + escaped(it.value());
    return pairs.join(u'&');
}
