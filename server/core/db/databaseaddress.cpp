// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/databaseaddress.h"

#include <QSqlDatabase>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

DatabaseAddress::DatabaseAddress(const QString &text)
    : m_text(text)
    , m_postgres(text.startsWith(u"postgresql:"_s) || text.startsWith(u"postgres:"_s))
{
}

QString DatabaseAddress::file() const { return m_text.startsWith(u"sqlite:"_s) ? m_text.mid(7) : m_text; }

void DatabaseAddress::configure(QSqlDatabase &connection) const
{
    if (!m_postgres) {
        connection.setDatabaseName(file());
        connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
        return;
    }
    const QUrl url(m_text);
    const QUrlQuery query(url);
    const QString socketFolder = query.queryItemValue(u"host"_s, QUrl::FullyDecoded);
    const QString socketPort = query.queryItemValue(u"port"_s);
    connection.setHostName(socketFolder.isEmpty() ? url.host() : socketFolder);
    connection.setPort(socketPort.isEmpty() ? url.port(5432) : socketPort.toInt());
    connection.setUserName(url.userName(QUrl::FullyDecoded));
    connection.setPassword(url.password(QUrl::FullyDecoded));
    connection.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
    // A silent loss of the connection is noticed within seconds. By default it takes a quarter of an hour, and each
    // request hangs meanwhile.
    QStringList options{u"connect_timeout=5"_s, u"tcp_user_timeout=10000"_s, u"keepalives_idle=5"_s,
                        u"keepalives_interval=2"_s, u"keepalives_count=3"_s};
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (name != u"host"_s && name != u"port"_s)
            options += name + u'=' + value;
    }
    connection.setConnectOptions(options.join(u';'));
}

QString DatabaseAddress::display() const
{
    return m_postgres ? QUrl(m_text).toString(QUrl::RemovePassword | QUrl::RemoveQuery) : m_text;
}
