// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/navigation.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QStringList Navigation::segments(const QString &link)
{
    static const QRegularExpression form(uR"(^waymark:/{0,2}([A-Za-z0-9_-]{1,80}(?:/[A-Za-z0-9_-]{1,80}){0,2})/?$)"_s);
    const auto match = form.match(link.trimmed());
    return match.hasMatch() ? match.captured(1).split(u'/') : QStringList();
}

void Navigation::visit(const QString &link, bool replacing)
{
    if (link.isEmpty() || link == current())
        return;
    if (replacing && m_at >= 0) {
        m_links[m_at] = link;
    } else {
        m_links = m_links.first(m_at + 1);
        m_links.append(link);
        if (m_links.size() > longest)
            m_links.removeFirst();
        m_at = m_links.size() - 1;
    }
    Q_EMIT changed();
}

QString Navigation::back()
{
    if (!canGoBack())
        return {};
    --m_at;
    Q_EMIT changed();
    return current();
}

QString Navigation::forward()
{
    if (!canGoForward())
        return {};
    ++m_at;
    Q_EMIT changed();
    return current();
}
